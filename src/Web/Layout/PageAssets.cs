using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Earshot.Web.Layout;

/// <summary>
/// Styles, scripts, fonts and pictures of the pages, carried inside the program. An address holds the digest of the whole set, so that
/// a browser may keep it for a year and still never show yesterday's look.
/// </summary>
internal static partial class PageAssets
{
    private const string Prefix = "wwwroot/";
    private static readonly FrozenDictionary<string, Asset> All = Load();
    private static readonly string Version = Digest(All.Values);

    /// <summary>Address of a file such as <c>css/tokens.css</c>.</summary>
    public static string Address(string name) =>
        All.ContainsKey(name) ? $"/assets/{Version}/{name}" : throw new ArgumentException($"There is no asset {name}.", nameof(name));

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/assets/{version}/{**name}", Get).AllowAnonymous();

    private static Results<FileContentHttpResult, NotFound> Get(HttpContext context, string version, string name)
    {
        if (!All.TryGetValue(name, out var asset))
        {
            return TypedResults.NotFound();
        }

        context.Response.Headers.CacheControl = version == Version ? "public, max-age=31536000, immutable" : "no-cache";
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (asset.Small is { } small && context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal))
        {
            context.Response.Headers.ContentEncoding = "br";
            return TypedResults.File(small.Value, asset.Type);
        }

        return TypedResults.File(asset.Bytes, asset.Type);
    }

    private static FrozenDictionary<string, Asset> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(resource => resource[Prefix.Length..], resource => Asset.Read(assembly, resource), StringComparer.Ordinal);
    }

    private static string Digest(IEnumerable<Asset> assets)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var asset in assets.OrderBy(asset => asset.Name, StringComparer.Ordinal))
        {
            hash.AppendData(asset.Bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    private sealed record Asset(string Name, string Type, byte[] Bytes, Lazy<byte[]>? Small)
    {
        public static Asset Read(Assembly assembly, string resource)
        {
            using var stream = assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"{resource} is missing.");
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            var type = TypeOf(resource);
            var bytes = type.StartsWith("text/css", StringComparison.Ordinal) ? WithoutComments(copy.ToArray()) : copy.ToArray();
            return new Asset(resource, type, bytes, type.StartsWith("font/", StringComparison.Ordinal) ? null : new Lazy<byte[]>(() => Compress(bytes)));
        }

        private static string TypeOf(string name) => Path.GetExtension(name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            ".png" => "image/png",
            ".woff2" => "font/woff2",
            _ => "text/plain; charset=utf-8",
        };

        private static byte[] WithoutComments(byte[] css) => Encoding.UTF8.GetBytes(Comment().Replace(Encoding.UTF8.GetString(css), string.Empty));

        private static byte[] Compress(byte[] bytes)
        {
            using var output = new MemoryStream();
            using (var brotli = new BrotliStream(output, CompressionLevel.SmallestSize))
            {
                brotli.Write(bytes);
            }

            return output.ToArray();
        }
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline, 1000)]
    private static partial Regex Comment();
}
