using System.Globalization;
using Earshot.Analysis.Text;

namespace Earshot.Analysis.Phrases;

/// <summary>
/// Reads one rule into a tree. Loosest to tightest: <c>or</c>, <c>and</c>, <c>then</c>, places and neighbours, <c>near</c>,
/// <c>not</c>. A speaker (<c>agent:</c>) holds until the next one or the end of its brackets.
/// </summary>
internal sealed class PhraseParser(string rule, IPhraseNames names)
{
    private const int DefaultNear = 5;
    private const int DeepestNesting = 40;

    private static readonly Dictionary<string, string> Keywords = new(StringComparer.OrdinalIgnoreCase)
    {
        ["or"] = "or", ["или"] = "or", ["|"] = "or", ["and"] = "and", ["и"] = "and", ["&"] = "and", ["not"] = "not", ["не"] = "not", ["без"] = "not",
        ["then"] = "then", ["затем"] = "then", ["near"] = "near", ["рядом"] = "near", ["within"] = "within", ["в"] = "within", ["first"] = "first",
        ["первые"] = "first", ["первых"] = "first", ["last"] = "last", ["последние"] = "last", ["последних"] = "last", ["before"] = "before",
        ["перед"] = "before", ["до"] = "before", ["after"] = "after", ["после"] = "after", ["start"] = "start", ["начала"] = "start",
        ["end"] = "end", ["конца"] = "end", ["концом"] = "end", ["except"] = "except", ["кроме"] = "except", ["count"] = "count", ["число"] = "count",
    };

    private static readonly Dictionary<string, Speakers> Labels = new(StringComparer.OrdinalIgnoreCase)
    {
        ["agent"] = Speakers.Agent, ["оператор"] = Speakers.Agent, ["агент"] = Speakers.Agent, ["customer"] = Speakers.Customer,
        ["client"] = Speakers.Customer, ["клиент"] = Speakers.Customer, ["any"] = Speakers.Anyone, ["любой"] = Speakers.Anyone,
    };

    private readonly List<Lexeme> lexemes = PhraseLexer.Read(rule);
    private Speakers speakers = Speakers.Anyone;
    private int at;
    private int depth;

    private Lexeme Current => lexemes[at];

    public PhraseNode Parse()
    {
        var node = Or();
        return Current.Kind == LexemeKind.End ? node : throw Wrong(Current, $"'{Current.Text}' is not expected here.");
    }

    private static string? Keyword(Lexeme lexeme) =>
        lexeme.Kind is LexemeKind.Word or LexemeKind.Symbol && lexeme.Mark == ' ' ? Keywords.GetValueOrDefault(lexeme.Text) : null;

    private static PhraseSyntaxException Wrong(Lexeme lexeme, string message) => new(lexeme.Position, Math.Max(1, lexeme.Length), message);

    private PhraseNode Or() => Chain("or", And, parts => new EitherNode([.. parts]));

    private PhraseNode And() => Chain("and", Then, parts => new BothNode([.. parts]));

    private PhraseNode Chain(string keyword, Func<PhraseNode> part, Func<List<PhraseNode>, PhraseNode> join)
    {
        var parts = new List<PhraseNode> { part() };
        while (Accept(keyword))
        {
            parts.Add(part());
        }

        return parts.Count == 1 ? parts[0] : join(parts);
    }

    private PhraseNode Then()
    {
        var node = Placed();
        while (Accept("then"))
        {
            var next = Placed();
            node = new ThenNode(node, next, Accept("within") ? ReadExtent() : null);
        }

        return node;
    }

    private PhraseNode Placed()
    {
        var node = Near();
        while (Qualifier(node) is { } qualified)
        {
            node = qualified;
        }

        return node;
    }

    private PhraseNode? Qualifier(PhraseNode node)
    {
        if (Accept("except"))
        {
            return new ExceptNode(node, Unary());
        }

        var negated = Keyword(Current) == "not";
        var word = Keyword(lexemes[Math.Min(at + (negated ? 1 : 0), lexemes.Count - 1)]);
        var next = Keyword(lexemes[Math.Min(at + (negated ? 2 : 1), lexemes.Count - 1)]);
        if ((word == "within" && next is not ("first" or "last")) || word is not ("within" or "before" or "after" or "near"))
        {
            return null;
        }

        at += negated ? 2 : 1;
        return (word, next) switch
        {
            ("within", _) or ("before", "end") or ("after", "start") => Place(node, negated),
            _ => Context(node, word, negated),
        };
    }

    private PlaceNode Place(PhraseNode node, bool negated)
    {
        var fromEnd = Keyword(Current) is "last" or "end";
        at++;
        return new PlaceNode(node, ReadExtent(), fromEnd, negated);
    }

    private ContextNode Context(PhraseNode node, string word, bool negated)
    {
        var side = word switch { "before" => Neighbour.Before, "after" => Neighbour.After, _ => Neighbour.Near };
        var words = ReadDistance();
        return new ContextNode(node, Unary(), side, words, negated);
    }

    private PhraseNode Near()
    {
        var node = Unary();
        while (Keyword(Current) == "near")
        {
            at++;
            var words = ReadDistance();
            node = new NearNode(node, Unary(), words);
        }

        return node;
    }

    private PhraseNode Unary()
    {
        var lexeme = Current;
        if (Keyword(lexeme) == "not")
        {
            at++;
            return new AbsentNode(Unary());
        }

        if (lexeme.Kind == LexemeKind.Word && lexemes[at + 1] is { Kind: LexemeKind.Symbol, Text: ":" })
        {
            speakers = Labels.TryGetValue(lexeme.Text, out var label) ? label : throw Wrong(lexeme, "A speaker is agent, customer or any.");
            at += 2;
            return Unary();
        }

        return Primary(lexeme);
    }

    private PhraseNode Primary(Lexeme lexeme)
    {
        at++;
        return lexeme switch
        {
            { Kind: LexemeKind.Symbol, Text: "(" } => Brackets(lexeme),
            { Kind: LexemeKind.Rule } => Reference(lexeme),
            { Kind: LexemeKind.Dictionary } => new AtomNode(names.Dictionary(lexeme), speakers),
            { Kind: LexemeKind.Quoted } => new AtomNode(names.Phrase(lexeme), speakers),
            { Kind: LexemeKind.End } => throw Wrong(lexeme, "The rule ends where a phrase is expected."),
            _ when Keyword(lexeme) == "count" && Current is { Text: "(" } => Count(),
            { Kind: LexemeKind.Word } when Keyword(lexeme) is null => new AtomNode(names.Phrase(lexeme), speakers),
            _ => throw Wrong(lexeme, $"'{lexeme.Text}' stands where a phrase is expected; put it in quotes if it is what is said."),
        };
    }

    private RuleNode Reference(Lexeme lexeme) => new(names.Rule(lexeme), speakers);

    private PhraseNode Brackets(Lexeme open)
    {
        if (++depth > DeepestNesting)
        {
            throw Wrong(open, "Brackets are nested too deeply.");
        }

        var outer = speakers;
        var node = Or();
        Expect(")", open);
        speakers = outer;
        depth--;
        return node;
    }

    private CountNode Count()
    {
        var open = Current;
        at++;
        var node = Brackets(open);
        var comparison = Current;
        if (comparison.Text is not (">=" or ">" or "=" or "==" or "<" or "<=" or "!="))
        {
            throw Wrong(comparison, "After count(…) comes a comparison, for example >= 5.");
        }

        at++;
        return new CountNode(node, comparison.Text, (int)ReadNumber(out _));
    }

    private int ReadDistance()
    {
        if (Current is not { Kind: LexemeKind.Symbol, Text: "/" })
        {
            return DefaultNear;
        }

        at++;
        return (int)ReadNumber(out _);
    }

    private Extent ReadExtent()
    {
        var lexeme = Current;
        var number = ReadNumber(out var unit);
        if (unit.Length == 0 && Current.Kind == LexemeKind.Word)
        {
            unit = Current.Text;
            lexeme = Current;
            at++;
        }

        return unit.ToLowerInvariant() switch
        {
            "s" or "sec" or "second" or "seconds" or "с" or "сек" or "секунд" or "секунды" => new Extent(number, PlaceUnit.Seconds),
            "m" or "min" or "minute" or "minutes" or "мин" or "минут" or "минуты" => new Extent(number * 60, PlaceUnit.Seconds),
            "turn" or "turns" or "реплик" or "реплики" or "реплика" => new Extent(number, PlaceUnit.Turns),
            "word" or "words" or "слов" or "слова" => new Extent(number, PlaceUnit.Words),
            "percent" or "процентов" or "процента" => new Extent(number, PlaceUnit.Percent),
            _ => throw Wrong(lexeme, "A distance is a number with s, min, turns, words or percent, for example 20s."),
        };
    }

    private double ReadNumber(out string unit)
    {
        var lexeme = Current;
        var digits = lexeme.Text.TakeWhile(letter => char.IsAsciiDigit(letter) || letter == '.').Count();
        if (lexeme.Kind != LexemeKind.Word || !double.TryParse(lexeme.Text.AsSpan(0, digits), CultureInfo.InvariantCulture, out var number) || number > 100_000)
        {
            throw Wrong(lexeme, "A number is expected here.");
        }

        at++;
        unit = lexeme.Text[digits..];
        return number;
    }

    private bool Accept(string keyword)
    {
        var found = Keyword(Current) == keyword;
        at += found ? 1 : 0;
        return found;
    }

    private void Expect(string symbol, Lexeme open)
    {
        if (Current is not { Kind: LexemeKind.Symbol } || Current.Text != symbol)
        {
            throw Current.Kind == LexemeKind.End ? Wrong(open, "This bracket is not closed.") : Wrong(Current, $"'{Current.Text}' is not expected here.");
        }

        at++;
    }
}

/// <summary>What a rule may name: phrases, dictionaries and other rules of its set.</summary>
internal interface IPhraseNames
{
    /// <summary>The atom of a phrase.</summary>
    int Phrase(Lexeme phrase);

    /// <summary>The atom of a dictionary.</summary>
    int Dictionary(Lexeme name);

    /// <summary>The full name of a rule.</summary>
    string Rule(Lexeme name);
}
