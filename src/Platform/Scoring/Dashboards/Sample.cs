namespace Earshot.Platform.Scoring.Dashboards;

/// <summary>An average with what it stands on.</summary>
/// <param name="Count">How many values.</param>
/// <param name="Sum">Their sum.</param>
/// <param name="Squares">Sum of their squares.</param>
public readonly record struct Sample(long Count, double Sum, double Squares)
{
    /// <summary>Below so many values an average says little.</summary>
    public const int Few = 30;

    // 95 % of a normal distribution
    private const double Reach = 1.96;

    public double? Average => Count == 0 ? null : Sum / Count;

    /// <summary>Half of the 95 % confidence range; null for less than two values.</summary>
    public double? Range => Count < 2 ? null : Reach * Math.Sqrt(Math.Max(0, (Squares - (Sum * Sum / Count)) / (Count - 1)) / Count);

    public bool IsFew => Count < Few;

    public static Sample operator +(Sample left, Sample right) => new(left.Count + right.Count, left.Sum + right.Sum, left.Squares + right.Squares);
}
