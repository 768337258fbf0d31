namespace Earshot.Platform.Privacy.Subprocessors;

/// <summary>What is on record for sending data to a recipient in another region.</summary>
/// <param name="Country">Of the recipient, ISO 3166-1.</param>
/// <param name="Consent">The record of the consent.</param>
/// <param name="Notice">Number of the notice to the authority.</param>
/// <param name="Mechanism"><c>adequacy</c>, <c>scc</c>, <c>bcr</c>, <c>consent</c>; empty: none.</param>
/// <param name="Protection">What the recipient does to protect.</param>
/// <param name="Ending">Under which conditions it stops.</param>
/// <param name="Law">Law of its country.</param>
public sealed record TransferRecords(string Country, string Consent, string Notice, string Mechanism, string Protection, string Ending, string Law);

/// <summary>
/// What must be on record before data leave a region (clauses A54 to A56, B28). Everywhere three things: consent, the authority or a
/// mechanism, and facts on the recipient; the Russian profile adds a list of countries.
/// </summary>
public static class TransferRules
{
    /// <summary>Day on which the list of countries was last compared with its sources.</summary>
    public static readonly DateOnly CountriesAsOf = new(2026, 11, 21);

    // Parties to the Council of Europe's Convention 108, and the list of the authority (its order 128 of 5 August 2022).
    private static readonly HashSet<string> Countries =
    [
        .. "AL AD AM AT AZ BE BA BG HR CY CZ DK EE FI FR GE DE GR HU IS IE IT LV LI LT LU MT MD MC ME NL MK NO PL PT RO SM RS SK SI ES SE CH TR UA GB".Split(' '),
        .. "AR CV MU MX MA SN TN UY AU GA IL QA CA KG CN KZ KR MY ML MN NG NZ PE SG TJ TH TG UZ CI JP ZM ZA BY IN BD VN BN".Split(' '),
    ];

    public static bool IsAllowedCountry(string country) => Countries.Contains(country);

    /// <returns>Names of what is missing; empty: the transfer is permitted.</returns>
    /// <param name="region">Region of the cell: whose law holds.</param>
    /// <param name="records">What is on record; null: nothing.</param>
    public static IReadOnlyList<string> Missing(string region, TransferRecords? records)
    {
        if (records is null)
        {
            return ["consent", region == "ru" ? "notice" : "mechanism", "recipient"];
        }

        List<(string Name, bool IsThere)> needed =
        [
            ("consent", records.Consent.Length > 0),
            region == "ru" ? ("notice", records.Notice.Length > 0) : ("mechanism", records.Mechanism.Length > 0),
            ("recipient", records.Protection.Length > 0 && records.Ending.Length > 0 && records.Law.Length > 0),
        ];
        if (region == "ru")
        {
            needed.Add(("country", IsAllowedCountry(records.Country)));
        }

        return [.. needed.Where(record => !record.IsThere).Select(record => record.Name)];
    }
}
