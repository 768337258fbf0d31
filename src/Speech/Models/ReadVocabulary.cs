using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Earshot.Speech.Models;

/// <summary>
/// Reads the vocabulary of a tokenizer that is published as JavaScript with one base64 literal, a token per line, and writes it
/// as sherpa-onnx reads the tokens of Moonshine: base64 of a token, tab, number.
/// </summary>
internal static partial class ReadVocabulary
{
    // Moonshine has 768 tokens more than the tokenizer that it shares, none of which is text.
    private const int Size = 32_768;
    private const int Letters = 10_000;

    public static byte[] AsTokens(string program)
    {
        var literal = Literal().Matches(program).Select(match => match.Groups["text"].Value).FirstOrDefault(text => text.Length > Letters)
            ?? throw new IOException("The package holds no vocabulary.");
        var tokens = Encoding.UTF8.GetString(Convert.FromBase64String(literal)).Split('\n').ToList();
        tokens.AddRange(Enumerable.Range(0, Math.Max(0, Size - tokens.Count)).Select(i => Invariant($"<<ST_{i}>>")));
        var lines = tokens.Select((token, number) => Invariant($"{Convert.ToBase64String(BytesOf(token))}\t{number}\n"));
        return Encoding.ASCII.GetBytes(string.Concat(lines));
    }

    private static byte[] BytesOf(string token) => token is ['<', '0', 'x', _, _, '>']
        ? [byte.Parse(token.AsSpan(3, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)]
        : Encoding.UTF8.GetBytes(token);

    [GeneratedRegex("""["'`](?<text>[A-Za-z0-9+/=]{100,})["'`]""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Literal();
}
