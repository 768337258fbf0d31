using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Privacy.Documents;

namespace Earshot.Platform.Privacy.Controls;

/// <summary>What is personal is sealed, and so are the keys.</summary>
internal static class EncryptionControls
{
    private const string NotAnEnvelope = "(length(v) < 46 or get_byte(v, 0) <> 1 or get_byte(v, 1) <> 1)";

    public static readonly IReadOnlyList<Control> List =
    [
        Control.None(
            "sealed-phones", "A25", "Names and phones of customers are stored in envelopes of AES-256-GCM.", "Имена и телефоны клиентов хранятся в конвертах AES-256-GCM.",
            "calls with a name or phone",
            "select count(*) from calls.calls where (customer_phone is not null and (length(customer_phone) < 46 or get_byte(customer_phone, 0) <> 1)) or (customer_name is not null and (length(customer_name) < 46 or get_byte(customer_name, 0) <> 1))",
            "select count(*) from calls.calls where customer_phone is not null or customer_name is not null"),
        Control.Live(
            "sealed-columns", "A25 B18 B30", "Every column that the data map calls sealed holds envelopes of AES-256-GCM and nothing else.",
            "Каждое поле, отмеченное в карте данных как зашифрованное, содержит только конверты AES-256-GCM.", ColumnsAreSealedAsync),
        Control.None(
            "wrapped-keys", "A25 A37", "Data keys are stored wrapped by the master key; of a destroyed one nothing is left.",
            "Ключи данных хранятся только зашифрованными главным ключом; от уничтоженного не остаётся ничего.",
            "data keys",
            "select count(*) from kernel.data_keys where (destroyed_at is null) <> (wrapped is not null) or (wrapped is not null and length(wrapped) < 78)",
            "select count(*) from kernel.data_keys"),
        Control.Trial(
            "cipher-trial", "A25 A29", "A sealed value opens for its own organization, column and row alone, and not after a change.",
            "Зашифрованное значение открывается только для своей организации, поля и строки и не открывается после изменения.",
            (_, _) => Task.FromResult(CipherHolds(Envelope.Seal, Envelope.Open))),
        Control.Live(
            "master-key-private", "A25", "The file of the master key can be read by its owner alone.", "Файл главного ключа доступен только владельцу.",
            (site, _) => Task.FromResult(KeyIsPrivate(Path.Combine(site.Settings.DataFolder, "master.key")))),
        Control.None(
            "password-hashes", "E01 B30", "Passwords are PBKDF2 with HMAC-SHA512, their own salt and at least 210,000 rounds.",
            "Пароли хранятся как PBKDF2 с HMAC-SHA512, собственной солью и не менее 210 000 итераций.",
            "people with a password",
            """
            select count(*) from (select decode(password_hash, 'base64') as h from accounts.users where password_hash is not null) u
            where length(h) < 61 or get_byte(h, 0) <> 1 or get_byte(h, 4) <> 2
              or (get_byte(h, 5) << 24) + (get_byte(h, 6) << 16) + (get_byte(h, 7) << 8) + get_byte(h, 8) < 210000
            """,
            "select count(*) from accounts.users where password_hash is not null"),
    ];

    internal delegate byte[] SealValue(ReadOnlySpan<byte> key, Guid keyId, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> context);

    internal delegate byte[] OpenValue(ReadOnlySpan<byte> key, ReadOnlySpan<byte> sealedBytes, ReadOnlySpan<byte> context);

    internal static Finding CipherHolds(SealValue seal, OpenValue open)
    {
        var (key, context, other) = (RandomNumberGenerator.GetBytes(32), Encoding.UTF8.GetBytes("organization one"), Encoding.UTF8.GetBytes("organization two"));
        var plain = Encoding.UTF8.GetBytes("an invented person");
        var value = seal(key, Guid.NewGuid(), plain, context);
        var changed = value.ToArray();
        changed[^1] ^= 1;
        var holds = open(key, value, context).AsSpan().SequenceEqual(plain) && value.AsSpan().IndexOf(plain) < 0
            && IsRefused(() => open(key, changed, context)) && IsRefused(() => open(key, value, other)) && IsRefused(() => open(RandomNumberGenerator.GetBytes(32), value, context));
        return new Finding(holds, "sealed, opened, changed, moved and opened under another key");
    }

    internal static Finding KeyIsPrivate(string file)
    {
        if (!File.Exists(file))
        {
            return new Finding(true, "there is no file: the key comes from the environment");
        }

        const UnixFileMode own = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var mode = File.GetUnixFileMode(file);
        return new Finding((mode & ~own) == UnixFileMode.None, $"mode of the file: {mode}");
    }

    private static bool IsRefused(Func<byte[]> open)
    {
        try
        {
            _ = open();
            return false;
        }
        catch (CryptographicException)
        {
            return true;
        }
    }

    // Up to fifty thousand values a column: a million rows must not make the check long.
    private static async Task<Finding> ColumnsAreSealedAsync(Installation site, CancellationToken ct)
    {
        var there = await DataControls.ColumnsAsync(site, ct);
        var marked = DataMap.Current.Columns.Where(column => column.IsSealed && there.Contains($"{column.Table}.{column.Column}")).ToArray();
        var broken = new List<string>();
        foreach (var column in marked)
        {
            var sql = $"select count(*) from (select {column.Column} as v from {column.Table} where {column.Column} is not null limit 50000) s where {NotAnEnvelope}";
            if (await site.CountAsync(sql, ct) > 0)
            {
                broken.Add($"{column.Table}.{column.Column}");
            }
        }

        return new Finding(broken.Count == 0, string.Create(CultureInfo.InvariantCulture, $"{broken.Count} of {marked.Length} sealed columns hold something else {string.Join(' ', broken)}").TrimEnd());
    }
}
