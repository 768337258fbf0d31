using System.IO.MemoryMappedFiles;
using System.Security.Cryptography;
using System.Text;

namespace Earshot.Platform.Accounts.People;

/// <summary>
/// Passwords that were stolen somewhere, as the operator imported them: a Bloom filter in the data folder, read where it lies. No password
/// and no part of one leaves the machine. One good password in a thousand is refused with the stolen ones.
/// </summary>
public sealed class StolenPasswords : IDisposable
{
    private readonly MemoryMappedFile? file;
    private readonly MemoryMappedViewAccessor? view;
    private readonly long bits;

    public StolenPasswords(PlatformSettings settings)
    {
        var path = FileIn(settings.DataFolder);
        if (!File.Exists(path))
        {
            return;
        }

        file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        bits = StolenPasswordFilter.ReadHeader(view, new FileInfo(path).Length);
    }

    public static string FileIn(string folder) => Path.Combine(folder, "passwords.bloom");

    public bool Knows(string password) =>
        view is { } bytes && StolenPasswordFilter.Places(Digest(password), bits).All(place => (bytes.ReadByte(StolenPasswordFilter.HeaderBytes + (place >> 3)) & (1 << (int)(place & 7))) != 0);

    public void Dispose()
    {
        view?.Dispose();
        file?.Dispose();
    }

    // SHA-1, because published lists come as that; it finds a place in a filter and protects nothing.
#pragma warning disable CA5350
    internal static byte[] Digest(string password) => SHA1.HashData(Encoding.UTF8.GetBytes(password));
#pragma warning restore CA5350
}
