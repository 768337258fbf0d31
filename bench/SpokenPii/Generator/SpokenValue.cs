namespace Earshot.Bench.SpokenPii.Generator;

/// <summary>A value and the way it is said: a list of groups with natural pauses between. <c>Digits</c> is empty where it is not a number.</summary>
internal sealed record SpokenValue(string Type, string Digits, Func<Dice, bool, IReadOnlyList<string>> Groups);
