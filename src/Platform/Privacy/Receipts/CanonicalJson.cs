using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Earshot.Platform.Privacy.Receipts;

/// <summary>
/// The one way to write a receipt as bytes: no spaces, names in order, whole numbers alone (RFC 8785 for what receipts hold). What is
/// signed can so be written again by anybody.
/// </summary>
internal static class CanonicalJson
{
    public static string Write(JsonNode? node)
    {
        var text = new StringBuilder();
        Write(text, node);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonNode? node)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject fields:
                WriteList(text, '{', '}', fields.OrderBy(field => field.Key, StringComparer.Ordinal), WriteField);
                break;
            case JsonArray items:
                WriteList(text, '[', ']', items, Write);
                break;
            default:
                WriteValue(text, node);
                break;
        }
    }

    private static void WriteList<T>(StringBuilder text, char open, char close, IEnumerable<T> items, Action<StringBuilder, T> write)
    {
        text.Append(open);
        var isFirst = true;
        foreach (var item in items)
        {
            text.Append(isFirst ? string.Empty : ",");
            write(text, item);
            isFirst = false;
        }

        text.Append(close);
    }

    private static void WriteField(StringBuilder text, KeyValuePair<string, JsonNode?> field)
    {
        WriteText(text, field.Key);
        text.Append(':');
        Write(text, field.Value);
    }

    private static void WriteValue(StringBuilder text, JsonNode node)
    {
        switch (node.GetValueKind())
        {
            case JsonValueKind.String:
                WriteText(text, node.GetValue<string>());
                break;
            case JsonValueKind.True or JsonValueKind.False:
                text.Append(node.GetValue<bool>() ? "true" : "false");
                break;
            case JsonValueKind.Number when long.TryParse(node.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole):
                text.Append(whole.ToString(CultureInfo.InvariantCulture));
                break;
            default:
                throw new FormatException("A receipt holds texts, whole numbers, yes and no.");
        }
    }

    private static void WriteText(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            text.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\b' => "\\b",
                '\f' => "\\f",
                < ' ' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => c.ToString(),
            });
        }

        text.Append('"');
    }
}
