using Earshot.Analysis;
using Earshot.Masking;

namespace Earshot.Web.CommandLine.Seed;

/// <summary>One invented call, masked and analysed by the real libraries.</summary>
internal sealed record SeededCall(MaskedConversation Masked, CallAnalysis Analysis, int Agent, string AgentWords, string CustomerWords)
{
    public int MaskedCount { get; } = Masked.Counts().Values.Sum();
}

/// <summary>The invented calls that a seed draws from.</summary>
internal static class SeedPool
{
    private static readonly TopicDefinition[] Topics =
    [
        new("Billing", "Bills, charges, refunds, payments and fees", "bill OR charged OR refund OR рублей OR возврат OR платёж"),
        new("Delivery", "Parcels, couriers, orders that are late", "parcel OR courier OR заказ OR курьер"),
        new("Connection", "Internet, router, outage", "интернет OR роутер OR линии"),
        new("Cards and security", "Lost cards, fraud, blocking", "card OR block OR карта"),
        new("Appointments", "Booking and moving a visit", "записаться OR запись OR врачу"),
        new("New contract", "Offers, prices, trial, credit", "offer OR price OR trial OR договор OR автокредит"),
    ];

    public static IReadOnlyList<SeededCall> Make(int count, int seed)
    {
        var conversations = new SeedConversations(seed);
        var masker = new Masker();
        var analyst = new Analyst(new AnalystOptions { Topics = Topics });
        return [.. Enumerable.Range(0, count).Select(_ => Make(conversations.Next(), masker, analyst))];
    }

    private static SeededCall Make((Conversation Call, int Agent) source, Masker masker, Analyst analyst)
    {
        var masked = masker.Mask(source.Call).Value;
        return new SeededCall(masked, analyst.Analyze(masked), source.Agent, Words(masked, "agent"), Words(masked, "customer"));
    }

    private static string Words(MaskedConversation call, string speaker) =>
        string.Join('\n', call.Turns.Where(turn => turn.Speaker == speaker).Select(turn => turn.Text.Value));
}
