namespace Earshot.Analysis;

/// <summary>Which side of a call a speaker's label stands for. Colleagues of the agent are numbered: <c>agent2</c>.</summary>
public static class SpeakerSide
{
    /// <summary>True for the company's side.</summary>
    public static bool IsAgent(string label) => label.ToLowerInvariant().TrimEnd(Digits) is "agent" or "operator" or "оператор" or "агент" or "assistant";

    /// <summary>True for the customer's side.</summary>
    public static bool IsCustomer(string label) => label.ToLowerInvariant().TrimEnd(Digits) is "customer" or "client" or "caller" or "клиент" or "visitor";

    private static readonly char[] Digits = [.. "0123456789"];
}
