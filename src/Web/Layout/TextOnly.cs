using System.Text.Json;
using System.Text.Json.Serialization;

namespace Earshot.Web.Layout;

/// <summary>Strings of a JSON body are text that a database can hold: no null character, no half of a surrogate pair.</summary>
internal sealed class TextOnly : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return reader.GetString() is { } text && text.Contains('\0', StringComparison.Ordinal) ? throw new JsonException("A null character is no text.") : reader.GetString();
        }
        catch (InvalidOperationException half)
        {
            throw new JsonException("A string is not valid Unicode.", half);
        }
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
