namespace Earshot.Bench.SpokenPii.Generator;

internal abstract record Piece;

internal sealed record Literal(string Text) : Piece;

internal sealed record Choice(IReadOnlyList<IReadOnlyList<Piece>> Options) : Piece;

/// <summary>A value written out by hand, with its type: <c>&lt;per надя&gt;</c>.</summary>
internal sealed record Mark(string Type, IReadOnlyList<Piece> Inner) : Piece;

/// <summary>A generated value: <c>{phone}</c>, <c>{c.full.g}</c>, <c>{phone/1:2}</c>, <c>{n:3-20}</c>.</summary>
internal sealed record Slot(string Code) : Piece;

/// <summary>Words that agree with a person's gender: <c>{c~сказал|сказала}</c>.</summary>
internal sealed record Agreement(string Person, string Male, string Female) : Piece;

internal sealed record TemplateLine(string Speaker, bool Optional, IReadOnlyList<Piece> Pieces)
{
    /// <summary>A place where a short exchange without personal data is put.</summary>
    public static readonly TemplateLine SideTalk = new("~", Optional: false, []);

    /// <summary>A place where somebody tells a longer story or explains at length.</summary>
    public static readonly TemplateLine Story = new("~~", Optional: false, []);
}

internal sealed record Template(
    string Domain, string Name, IReadOnlyDictionary<string, string> Flags, IReadOnlyList<TemplateLine> Lines);
