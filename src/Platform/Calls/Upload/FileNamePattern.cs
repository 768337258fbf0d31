using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Earshot.Platform.Kernel;

namespace Earshot.Platform.Calls.Upload;

/// <summary>
/// Reads metadata from a file's name: <c>{started_at:yyyyMMdd-HHmmss}_{direction}_{customer_phone}_{agent_id}</c>.
/// A part in braces is a field of <see cref="MetadataFields"/>, with a date format where it is a moment; <c>{*}</c> is anything;
/// all else stands for itself. From left to right, each part takes as little as it can. The extension is not part of the pattern.
/// </summary>
internal sealed class FileNamePattern
{
    private readonly Regex regex;
    private readonly Dictionary<string, string> dateFormats;

    private FileNamePattern(Regex regex, Dictionary<string, string> dateFormats)
    {
        this.regex = regex;
        this.dateFormats = dateFormats;
    }

    /// <summary>Compiles a pattern; the failure says what is wrong with it.</summary>
    public static Result<FileNamePattern> Parse(string pattern)
    {
        var expression = new StringBuilder("^");
        var formats = new Dictionary<string, string>();
        var seen = new HashSet<string>();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '{')
            {
                expression.Append(Regex.Escape(pattern[i].ToString()));
                continue;
            }

            var end = pattern.IndexOf('}', i);
            if (end < 0)
            {
                return UploadFailures.BadMetadata("pattern", "a brace is open");
            }

            var parts = pattern[(i + 1)..end].Split(':', 2);
            i = end;
            if (parts[0] == "*")
            {
                expression.Append(".*?");
                continue;
            }

            if (!MetadataFields.IsKnown(parts[0]) || !seen.Add(parts[0]))
            {
                return UploadFailures.BadMetadata("pattern", $"{{{parts[0]}}} is not a field, or stands there twice");
            }

            expression.Append("(?<").Append(parts[0]).Append(">.+?)");
            if (parts.Length == 2)
            {
                formats[parts[0]] = parts[1];
            }
        }

        return new FileNamePattern(new Regex(expression.Append('$').ToString(), RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture), formats);
    }

    /// <summary>The fields of a file's name.</summary>
    public Result<CallMetadata> Read(string fileName)
    {
        var match = regex.Match(Path.GetFileNameWithoutExtension(fileName));
        if (!match.Success)
        {
            return UploadFailures.BadMetadata("file name", "it does not fit the pattern of the folder");
        }

        var fields = new Dictionary<string, string>();
        foreach (var name in regex.GetGroupNames().Where(name => !char.IsAsciiDigit(name[0])))
        {
            var value = match.Groups[name].Value;
            if (dateFormats.TryGetValue(name, out var format))
            {
                if (!DateTimeOffset.TryParseExact(value, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
                {
                    return UploadFailures.BadMetadata(name, $"it does not have the form {format}");
                }

                value = moment.ToString("O", CultureInfo.InvariantCulture);
            }

            fields[name] = value;
        }

        return MetadataFields.Read(fields);
    }
}
