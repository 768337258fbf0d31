namespace Earshot.Analysis.Phrases;

internal enum LexemeKind
{
    Word,
    Quoted,
    Symbol,
    Rule,
    Dictionary,
    End,
}

/// <summary>A piece of a rule at its place. <c>Mark</c> is <c>~</c> for stems, <c>%</c> for resemblance, a space for exact words.</summary>
internal readonly record struct Lexeme(LexemeKind Kind, string Text, int Position, int Length, char Mark = ' ');

/// <summary>Cuts a rule into pieces.</summary>
internal static class PhraseLexer
{
    public static List<Lexeme> Read(string text)
    {
        var lexemes = new List<Lexeme>();
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var lexeme = Next(text, i);
            lexemes.Add(lexeme);
            i += lexeme.Length;
        }

        lexemes.Add(new Lexeme(LexemeKind.End, string.Empty, text.Length, 0));
        return lexemes;
    }

    private static Lexeme Next(string text, int at) => text[at] switch
    {
        '"' or '“' or '«' or '„' => Quoted(text, at, ' '),
        '~' or '%' => Marked(text, at),
        '@' => Named(text, at, LexemeKind.Rule),
        '$' => Named(text, at, LexemeKind.Dictionary),
        '(' or ')' or '|' or ':' or '/' or '&' or ',' => new Lexeme(LexemeKind.Symbol, text[at].ToString(), at, 1),
        '>' or '<' or '=' or '!' => Comparison(text, at),
        _ when IsWord(text[at]) => Word(text, at, ' '),
        _ => throw new PhraseSyntaxException(at, 1, $"'{text[at]}' means nothing here; put words with signs in quotes."),
    };

    private static Lexeme Quoted(string text, int at, char mark)
    {
        var open = mark == ' ' ? at : at + 1;
        var closing = text[open] switch { '«' => "»", '“' or '„' => "”“", _ => "\"" };
        var end = text.AsSpan(open + 1).IndexOfAny(closing);
        return end >= 0
            ? new Lexeme(LexemeKind.Quoted, text.Substring(open + 1, end), at, open + end + 2 - at, mark)
            : throw new PhraseSyntaxException(at, text.Length - at, "The quote is not closed.");
    }

    private static Lexeme Marked(string text, int at)
    {
        if (at + 1 < text.Length && text[at + 1] is '"' or '“' or '«' or '„')
        {
            return Quoted(text, at, text[at]);
        }

        return at + 1 < text.Length && IsWord(text[at + 1])
            ? Word(text, at, text[at])
            : throw new PhraseSyntaxException(at, 1, $"After '{text[at]}' comes a word or a quote.");
    }

    private static Lexeme Word(string text, int at, char mark)
    {
        var start = mark == ' ' ? at : at + 1;
        var end = start;
        while (end < text.Length && IsWord(text[end]))
        {
            end++;
        }

        return new Lexeme(LexemeKind.Word, text[start..end], at, end - at, mark);
    }

    private static Lexeme Named(string text, int at, LexemeKind kind)
    {
        var end = at + 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '.' or '-'))
        {
            end++;
        }

        return end > at + 1
            ? new Lexeme(kind, text[(at + 1)..end], at, end - at)
            : throw new PhraseSyntaxException(at, 1, $"After '{text[at]}' comes a name.");
    }

    private static Lexeme Comparison(string text, int at)
    {
        var length = at + 1 < text.Length && text[at + 1] == '=' ? 2 : 1;
        return new Lexeme(LexemeKind.Symbol, text.Substring(at, length), at, length);
    }

    private static bool IsWord(char letter) => char.IsLetterOrDigit(letter) || letter is '\'' or '’' or '-' or '[' or ']' or '_' or '.';
}
