namespace Earshot.Web.Doubles;

/// <summary>What the recognition doubles pretend to hear: synthetic people, one side of a call per recording, in turn.</summary>
internal sealed class SpeechScript
{
    private static readonly Dictionary<string, string[]> Sides = new(StringComparer.Ordinal)
    {
        ["ru"] =
        [
            "добрый день компания северный ветер меня зовут анна чем могу помочь подскажите номер договора спасибо за ожидание заявка принята всего доброго",
            "здравствуйте у меня вопрос по доставке договор восемь один семь четыре да спасибо до свидания",
        ],
        ["en"] =
        [
            "thank you for calling north wind my name is anna how can i help you can i have your order number thank you for waiting is there anything else goodbye",
            "hi i have a question about my delivery the order number is eight one seven four no that is all thank you bye",
        ],
    };

    private int asked;

    /// <summary>Words to hear in the next recording; null: the lines above.</summary>
    public string? Fixed { get; set; }

    /// <summary>Words spread over a recording, a third of a second each, from its start.</summary>
    public IReadOnlyList<ScriptedWord> Hear(string language, double seconds)
    {
        var sides = Sides.TryGetValue(language, out var lines) ? lines : Sides["en"];
        var text = Fixed ?? sides[(Interlocked.Increment(ref asked) - 1) % sides.Length];
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var each = Math.Min(0.4, seconds / Math.Max(1, words.Length));
        return [.. words.Select((word, i) => new ScriptedWord(word, i * each, (i + 0.9) * each))];
    }
}

/// <summary>A word with times in seconds.</summary>
internal sealed record ScriptedWord(string Text, double Start, double End);
