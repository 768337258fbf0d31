namespace Earshot.Platform.Calls.Upload.Transcripts;

/// <summary>Splits <c>Agent: good morning</c> into label and words.</summary>
internal static class SpeakerPrefix
{
    private const int LongestLabel = 40;

    public static bool TrySplit(string line, out string label, out string words)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        label = colon is > 0 and <= LongestLabel ? line[..colon].Trim().Trim('[', ']', '*', '-', ' ') : string.Empty;
        words = colon > 0 ? line[(colon + 1)..].Trim() : line;
        return label.Length > 0 && char.IsLetter(label[0]) && label.All(c => char.IsLetterOrDigit(c) || c is ' ' or '_' or '-' or '.') && !label.EndsWith(' ');
    }
}
