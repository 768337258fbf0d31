using System.Security.Cryptography;
using System.Text;

namespace Earshot.Platform.Kernel.Encryption;

/// <summary>
/// The file in which the master keys are kept, a line each, the present one first: base64 as they are, readable by its owner alone, or
/// sealed by a key service of the operator, so that the file without the service is noise.
/// </summary>
public sealed class MasterKeyStore(string path, KeyService? service)
{
    private volatile string? lastText;

    /// <summary>Where the file is.</summary>
    public string Path => path;

    /// <summary>Reads the file; makes it, with a key in it, when it does not exist.</summary>
    /// <exception cref="KeyServiceException">The key service does not open it.</exception>
    public async Task<IReadOnlyList<byte[]>> ReadAsync(CancellationToken ct)
    {
        if (!File.Exists(path))
        {
            await WriteAsync([RandomNumberGenerator.GetBytes(32)], ct);
        }

        var text = await TextAsync(ct);
        var keys = await OpenAsync(text, ct);
        lastText = text;
        return keys;
    }

    /// <returns>The keys when the file was changed since it was read last, otherwise null.</returns>
    public async Task<IReadOnlyList<byte[]>?> ReadAgainAsync(CancellationToken ct) =>
        File.Exists(path) && await TextAsync(ct) != lastText ? await ReadAsync(ct) : null;

    /// <summary>Writes the file beside and puts it in its place: readers see the old keys or the new ones, and a crash leaves one of them.</summary>
    public async Task WriteAsync(IReadOnlyList<byte[]> keys, CancellationToken ct)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path)) ?? ".");
        var lines = new StringBuilder();
        foreach (var key in keys)
        {
            lines.Append(await SealAsync(key, ct)).Append('\n');
        }

        var beside = $"{path}.new";
        File.Delete(beside);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite };
        await using (var created = new FileStream(beside, options))
        {
            await created.WriteAsync(Encoding.ASCII.GetBytes(lines.ToString()), ct);
            created.Flush(flushToDisk: true);
        }

        File.Move(beside, path, overwrite: true);
        lastText = lines.ToString();
    }

    private async Task<string> SealAsync(byte[] key, CancellationToken ct) => service is null
        ? Convert.ToBase64String(key)
        : $"{MasterKey.IdOf(key)} {await service.SealAsync(key, MasterKey.IdOf(key), ct)}";

    private async Task<IReadOnlyList<byte[]>> OpenAsync(string text, CancellationToken ct)
    {
        var keys = new List<byte[]>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            keys.Add(await OpenLineAsync(line, ct));
        }

        return keys.Count > 0 ? keys : throw new FormatException($"There is no key in {path}.");
    }

    private async Task<byte[]> OpenLineAsync(string line, CancellationToken ct)
    {
        if (service is null)
        {
            return Convert.FromBase64String(line);
        }

        var parts = line.Split(' ');
        var key = parts.Length == 2 ? await service.OpenAsync(parts[1], parts[0], ct) : throw new FormatException($"{path} is not a file of sealed master keys.");
        return MasterKey.IdOf(key) == parts[0] ? key : throw new KeyServiceException($"The key service opened {path} to another key than the one that was put in. Restore that file from your copy.");
    }

    private async Task<string> TextAsync(CancellationToken ct)
    {
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        return (File.GetUnixFileMode(path) & others) == UnixFileMode.None
            ? await File.ReadAllTextAsync(path, ct)
            : throw new InvalidOperationException($"The master key file can be read by others. Run: chmod 600 '{path}'");
    }
}
