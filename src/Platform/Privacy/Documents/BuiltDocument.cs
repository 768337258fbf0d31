using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Earshot.Platform.Privacy.Documents;

/// <summary>A piece of a document.</summary>
/// <param name="Kind"><c>title</c>, <c>heading</c>, <c>promise</c>, <c>note</c>, <c>table</c>.</param>
/// <param name="Text">In both languages; of a table, its caption.</param>
/// <param name="Controls">What keeps a promise.</param>
/// <param name="Rows">Of a table; the first row is its head.</param>
public sealed record Block(string Kind, Said Text, IReadOnlyList<string> Controls, IReadOnlyList<IReadOnlyList<Said>>? Rows = null);

/// <summary>A document for one profile, with everything filled in.</summary>
/// <param name="Name"><c>privacy</c>, <c>cookies</c>, <c>terms</c> or <c>dpa</c>.</param>
/// <param name="Profile"><c>ru</c>, <c>eu</c> or <c>ae</c>.</param>
/// <param name="Blocks">Its pieces in order.</param>
public sealed record BuiltDocument(string Name, string Profile, IReadOnlyList<Block> Blocks)
{
    public static readonly IReadOnlyList<string> Names = ["privacy", "cookies", "terms", "dpa"];
    public static readonly IReadOnlyList<string> Profiles = ["ru", "eu", "ae"];

    [JsonIgnore]
    public Said Title => Blocks.FirstOrDefault(block => block.Kind == "title")?.Text ?? new Said(Name, Name);

    /// <summary>Promises without a control, or with one that does not work yet: such a document is not published.</summary>
    public IEnumerable<Block> Unbound(IReadOnlySet<string> working) =>
        Blocks.Where(block => block.Kind == "promise" && (block.Controls.Count == 0 || block.Controls.Any(control => !working.Contains(control))));
}

/// <summary>The stored form of a document; its digest is the version's.</summary>
internal static partial class DocumentFormat
{
    public static string Write(BuiltDocument document) => JsonSerializer.Serialize(document, DocumentJson.Readable.BuiltDocument);

    public static BuiltDocument Read(string json) =>
        JsonSerializer.Deserialize(json, DocumentJson.Readable.BuiltDocument) ?? throw new JsonException("The document is empty.");

    // The order of names inside a jsonb value is PostgreSQL's: the digest is of what we write, not of what it gives back.
    public static byte[] Digest(BuiltDocument document) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Write(document)));

    [JsonSerializable(typeof(BuiltDocument))]
    private sealed partial class DocumentJson : JsonSerializerContext
    {
        public static DocumentJson Readable { get; } = new(new JsonSerializerOptions
        {
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        });
    }
}
