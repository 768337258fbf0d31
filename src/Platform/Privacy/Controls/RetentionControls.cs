using System.Globalization;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Privacy.PersonalData;
using Earshot.Platform.Privacy.Retention;
using Earshot.Platform.Privacy.Documents;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Platform.Privacy.Controls;

/// <summary>What has an end comes to it; what was erased stays so; a person is found everywhere.</summary>
internal static class RetentionControls
{
    private static readonly TimeSpan Sweep = TimeSpan.FromHours(25);
    private static readonly string Hidden = string.Join(", ", RestrictedTables.Hidden.Select(table => $"'{table}'"));

    public static readonly IReadOnlyList<Control> List =
    [
        Control.Live(
            "nothing-overdue", "A17 A18 A44 B34 D15 E15", "Nothing that reached its term a day ago is still there.", "Ничего, что достигло срока сутки назад, не осталось.", OverdueAsync),
        Control.Live(
            "erasures-signed", "A33 A37", "Every receipt of an erasure carries the signature of this installation.", "Каждая квитанция об удалении подписана этой установкой.", SignedAsync),
        Control.Program(
            "person-found-everywhere", "A32 A33", "Every table with a column about a person has somebody who finds, shows and erases it.",
            "У каждой таблицы с данными о человеке есть тот, кто их находит, показывает и удаляет.", HasHolders),
        Control.None(
            "organizations-end-in-time", "A19 A21 B35 E19", "An organization that leaves is gone on its day, within thirty days of the order.", "Уходящая организация удаляется в назначенный день, не позже тридцати дней.",
            "organizations that leave",
            "select count(*) from accounts.organizations where (state = 'closing' and (closing_at is null or closing_at < @now - interval '25 hours')) or (state = 'closed' and (exists (select from calls.calls c where c.organization_id = organizations.organization_id) or exists (select from accounts.users u where u.organization_id = organizations.organization_id) or exists (select from kernel.data_keys k where k.organization_id = organizations.organization_id and k.wrapped is not null)))",
            "select count(*) from accounts.organizations where state <> 'active'"),
        Control.None(
            "contracts-three-years", "A45", "Contract records end three years after the contract.", "Договорные документы удаляются через три года после окончания договора.",
            "contract records",
            "select count(*) from privacy.contract_records where ended_at < @now - interval '3 years 25 hours'",
            "select count(*) from privacy.contract_records"),
        Control.None(
            "restricted-not-shown", "A34 A36 C18", "What is restricted is kept, and the product does not see it: calls with their texts, judgements and scores, uploads, inquiries, letters.",
            "Заблокированное хранится, но системе не видно: звонки с текстами, анализом и оценками, загрузки, обращения, письма.",
            "tables that hide what is restricted",
            $"select count(*) from unnest(array[{Hidden}]) t(name) where not exists (select from pg_policies where schemaname || '.' || tablename = t.name and policyname = 'restricted' and permissive = 'RESTRICTIVE' and @role = any(roles) and qual ~ '(NOT restricted|privacy.restrictions)')",
            $"select cardinality(array[{Hidden}])"),
        Control.None(
            "erased-stays-erased", "B36", "No row that was erased on request is back.", "Ни одна удалённая по запросу строка не вернулась.",
            "erased rows",
            """
            select (select count(*) from privacy.tombstones t join calls.calls c on c.organization_id = t.organization_id and c.id = t.row_id where t.table_name = 'calls.calls')
              + (select count(*) from privacy.tombstones t join accounts.users u on u.organization_id = t.organization_id and u.id = t.row_id where t.table_name = 'accounts.users')
            """,
            "select count(*) from privacy.tombstones"),
    ];

    private static async Task<Finding> OverdueAsync(Installation site, CancellationToken ct)
    {
        var organizations = await site.ListAsync("select organization_id from accounts.organizations where state <> 'closed'", row => row.GetGuid(0), ct);
        var late = new Dictionary<string, long>();
        var sets = 0;
        foreach (var organization in organizations.Prepend(TenantCipher.Installation))
        {
            foreach (var count in await CountOverdue.RunAsync(site.Owner, organization, site.Now - Sweep, ct))
            {
                sets++;
                late[count.DataSet] = late.GetValueOrDefault(count.DataSet) + count.Rows;
            }
        }

        var worst = string.Join(' ', late.Where(set => set.Value > 0).Select(set => string.Create(CultureInfo.InvariantCulture, $"{set.Key}:{set.Value}")));
        return new Finding(late.Values.Sum() == 0, string.Create(CultureInfo.InvariantCulture, $"{late.Values.Sum()} rows overdue in {sets} sets {worst}").TrimEnd());
    }

    private static async Task<Finding> SignedAsync(Installation site, CancellationToken ct)
    {
        var receipts = await site.ListAsync(
            "select r.body, r.signature, k.public_key from privacy.receipts r left join privacy.signing_keys k on k.id = r.key_id order by r.created_at desc limit 1000",
            row => (Body: row.GetString(0), Signature: row.GetFieldValue<byte[]>(1), Key: row.IsDBNull(2) ? null : row.GetFieldValue<byte[]>(2)), ct);
        var bad = receipts.Count(receipt => receipt.Key is null || !SignedReceipt.IsSigned(receipt.Body, receipt.Key, receipt.Signature));
        return new Finding(bad == 0, string.Create(CultureInfo.InvariantCulture, $"{bad} of the newest {receipts.Count} receipts are not genuine"));
    }

    private static Finding HasHolders(Installation site)
    {
        using var scope = site.Services.CreateScope();
        var missing = Holdings.Unheld(DataMap.Current.Columns, scope.ServiceProvider.GetServices<IPersonalDataHolder>().SelectMany(holder => holder.Tables)).ToList();
        return new Finding(missing.Count == 0, string.Create(CultureInfo.InvariantCulture, $"{missing.Count} tables without a holder {string.Join(' ', missing)}").TrimEnd());
    }
}
