using System.Globalization;

namespace Earshot.Platform;

/// <summary>
/// A language model that the operator chose; without an address there is none, and analysis is complete without it.
/// <list type="table">
/// <item><term>EARSHOT_MODEL_URL</term><description>Base address of a server with <c>/v1/chat/completions</c>.</description></item>
/// <item><term>EARSHOT_MODEL_NAME</term><description>Name of the model there. Required with the address.</description></item>
/// <item><term>EARSHOT_MODEL_REGION</term><description>Region in which it processes, or <c>local</c> for the operator's own network. Required with the address.</description></item>
/// <item><term>EARSHOT_MODEL_KEY</term><description>Its key, where it wants one.</description></item>
/// <item><term>EARSHOT_MODEL_PRICE_IN, EARSHOT_MODEL_PRICE_OUT</term><description>Price of a million tokens read and written. Default: 0, as on a machine of one's own.</description></item>
/// <item><term>EARSHOT_MODEL_CURRENCY</term><description>Currency of the prices, three letters. Default: USD.</description></item>
/// </list>
/// </summary>
public sealed record ModelSettings
{
    private const decimal Million = 1_000_000;

    public required Uri Address { get; init; }

    public required string Name { get; init; }

    public required string Region { get; init; }

    public string? Key { get; init; }

    public decimal PriceIn { get; init; }

    public decimal PriceOut { get; init; }

    public string Currency { get; init; } = "USD";

    /// <summary>What so many tokens cost.</summary>
    public decimal Cost(long tokensIn, long tokensOut) => ((tokensIn * PriceIn) + (tokensOut * PriceOut)) / Million;

    /// <returns>The model; null when none was chosen.</returns>
    /// <exception cref="PlatformSettingsException">A setting is missing or wrong; the message says how to mend it.</exception>
    public static ModelSettings? Read(Func<string, string?> environment)
    {
        string? Text(string name) => environment(name) is { Length: > 0 } text ? text : null;
        return Text("EARSHOT_MODEL_URL") is not { } address ? null : new ModelSettings
        {
            Address = Uri.TryCreate(address, UriKind.Absolute, out var parsed) && parsed.Scheme is "https" or "http"
                ? parsed
                : throw new PlatformSettingsException("EARSHOT_MODEL_URL must be a whole address, for example http://127.0.0.1:11434."),
            Name = Text("EARSHOT_MODEL_NAME") ?? throw new PlatformSettingsException("EARSHOT_MODEL_NAME is not set. Name the model that answers at EARSHOT_MODEL_URL."),
            Region = Text("EARSHOT_MODEL_REGION")
                ?? throw new PlatformSettingsException("EARSHOT_MODEL_REGION is not set. Say where the model processes: local, ru, eu, ae or another region."),
            Key = Text("EARSHOT_MODEL_KEY"),
            PriceIn = Price(Text("EARSHOT_MODEL_PRICE_IN"), "EARSHOT_MODEL_PRICE_IN"),
            PriceOut = Price(Text("EARSHOT_MODEL_PRICE_OUT"), "EARSHOT_MODEL_PRICE_OUT"),
            Currency = Text("EARSHOT_MODEL_CURRENCY") ?? "USD",
        };
    }

    private static decimal Price(string? text, string name) => text switch
    {
        null => 0,
        _ when decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price) => price,
        _ => throw new PlatformSettingsException($"{name} must be a number, for example 0.15."),
    };
}
