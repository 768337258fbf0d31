using System.Security.Cryptography;
using System.Text;

namespace Earshot.Platform.Kernel.Encryption;

/// <summary>
/// The key of the installation, 32 bytes. It wraps the data keys of the organizations and is never used on data itself.
/// It comes from the environment (<c>EARSHOT_MASTER_KEY</c>, base64) or from a file that only its owner can read.
/// </summary>
public sealed class MasterKey
{
    private readonly byte[] key;

    public MasterKey(byte[] key)
    {
        if (key.Length != 32)
        {
            throw new ArgumentException("The master key must be 32 bytes. Make one with: openssl rand -base64 32");
        }

        this.key = key;
        Id = Convert.ToHexStringLower(SHA256.HashData(key))[..16];
    }

    /// <summary>Public name of the key: the beginning of its digest.</summary>
    public string Id { get; }

    /// <summary>Reads the key file; makes it, readable by its owner alone, when it does not exist.</summary>
    public static MasterKey FromFile(string path)
    {
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".");
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite };
            using var created = new FileStream(path, options);
            created.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))));
            created.Flush(flushToDisk: true);
        }

        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        if ((File.GetUnixFileMode(path) & others) != UnixFileMode.None)
        {
            throw new InvalidOperationException($"The master key file can be read by others. Run: chmod 600 '{path}'");
        }

        return FromBase64(File.ReadAllText(path));
    }

    public static MasterKey FromBase64(string text) => new(Convert.FromBase64String(text.Trim()));

    /// <summary>A key for one purpose, derived by HKDF (RFC 5869).</summary>
    public byte[] Derive(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: Encoding.UTF8.GetBytes(purpose));
}
