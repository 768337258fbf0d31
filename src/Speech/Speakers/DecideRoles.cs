namespace Earshot.Speech.Speakers;

/// <summary>Who is the agent, told from what is said: the one who greets for the company, offers help, checks and thanks for calling.</summary>
internal static class DecideRoles
{
    public const string Agent = "agent";
    public const string Customer = "customer";

    /// <summary>Those of the company, by the order in which they speak.</summary>
    public static readonly string[] Agents = [Agent, "agent2"];

    private const double Contradiction = 3;
    private const int OpeningWords = 60;

    // Phrase and weight. Phrases of the opening count double while a speaker has said few words.
    private static readonly (string Phrase, double Weight)[] AgentCues =
    [
        ("how can i help", 3), ("how may i help", 3), ("how can i assist", 3), ("how may i assist", 3), ("thank you for calling", 3), ("thanks for calling", 3),
        ("call may be recorded", 3), ("call is being recorded", 3), ("recorded line", 3), ("calling from", 2), ("customer service", 1.5), ("customer support", 1.5),
        ("my name is", 1), ("anything else i can", 3), ("anything else that i can", 3), ("is there anything else", 2), ("let me check", 1.5), ("let me pull", 2), ("i can see here", 1.5),
        ("can i have your", 1.5), ("may i have your", 2), ("can you verify", 2), ("could you verify", 2), ("verify your", 1.5), ("date of birth", 1), ("place you on hold", 2), ("put you on hold", 2),
        ("i do apologize", 1.5), ("we offer", 1), ("our warranty", 1), ("we cover", 1), ("on our end", 1), ("your account", 0.7),
        ("чем могу помочь", 3), ("чем могу вам помочь", 3), ("чем я могу помочь", 3), ("чем могу быть полез", 3), ("чем я могу быть полез", 3), ("слушаю вас", 2), ("вас приветствует", 3),
        ("меня зовут", 1.5), ("компания", 0.7), ("разговор записывается", 3), ("разговоры записываются", 3), ("служба поддержки", 1.5), ("отдел продаж", 1.5), ("клиника", 0.7), ("ваш менеджер", 2), ("специалист", 1),
        ("как к вам обращаться", 3), ("как могу к вам обращаться", 3), ("оставайтесь на линии", 2.5), ("ожидайте на линии", 2.5), ("спасибо за ожидание", 2.5), ("благодарю за ожидание", 2.5),
        ("спасибо за звонок", 2.5), ("спасибо за обращение", 2.5), ("могу ли я чем то", 2), ("остались вопросы", 2), ("остались ли у вас вопросы", 3), ("могу ещё чем", 2), ("могу еще чем", 2),
        ("уточните пожалуйста", 1), ("подскажите ваш", 1.5), ("назовите", 1), ("звоню вам из", 2), ("могу вам предложить", 2), ("мы предлагаем", 1),
        ("كيف يمكنني مساعدتك", 3), ("كيف أقدر أساعدك", 3), ("شكرا لاتصالك", 3), ("شكرا لاتصالكم", 3), ("معك من", 1.5), ("خدمة العملاء", 1.5),
    ];

    private static readonly (string Phrase, double Weight)[] CustomerCues =
    [
        ("i'm calling about", 2.5), ("i am calling about", 2.5), ("i'm calling because", 2.5), ("i'm calling to", 1.5), ("i was calling", 1.5), ("i have a question", 1.5), ("i have a problem", 2), ("i need help", 2), ("my account", 0.7), ("my order", 1), ("my car", 1), ("i want to cancel", 2), ("i would like to", 0.7),
        ("у меня вопрос", 2), ("у меня такой вопрос", 2), ("у меня проблема", 2), ("у меня не работает", 2), ("я звоню по поводу", 2), ("хотел бы узнать", 2), ("хотела бы узнать", 2), ("хочу узнать", 2), ("хотел узнать", 2), ("хотела узнать", 2), ("хотел бы записаться", 2), ("хотела бы записаться", 2), ("мой заказ", 1), ("моя карта", 1), ("девушка", 0.7), ("сколько стоит", 1),
        ("عندي مشكلة", 2), ("أريد أن", 1), ("حسابي", 0.7),
    ];

    /// <summary>Positive when a speaker sounds like the agent.</summary>
    public static double Score(IEnumerable<SpokenTurn> turns)
    {
        var words = turns.OrderBy(turn => turn.Start).SelectMany(turn => turn.Words).Select(word => Plain(word.Text)).ToList();
        var (opening, all) = (string.Join(' ', words.Take(OpeningWords)), string.Join(' ', words));
        return Sum(AgentCues, opening, all) - Sum(CustomerCues, opening, all);
    }

    /// <summary>The speaker that is the agent.</summary>
    /// <returns>Its key; null when nothing tells.</returns>
    public static string? AgentAmong(IReadOnlyCollection<SpokenTurn> turns)
    {
        var scores = turns.GroupBy(turn => turn.Speaker).Select(speaker => (Name: speaker.Key, Score: Score(speaker))).OrderByDescending(one => one.Score).ToList();
        return scores.Count > 1 && scores[0].Score - scores[1].Score >= 1 ? scores[0].Name : null;
    }

    /// <summary>What the words say to a setting that names the agent's channel.</summary>
    public static string Check(IReadOnlyCollection<SpokenTurn> turns, string agent)
    {
        var scores = turns.GroupBy(turn => turn.Speaker).ToDictionary(speaker => speaker.Key, Score);
        if (scores.Count < 2 || !scores.TryGetValue(agent, out var own))
        {
            return AgentCheck.Unknown;
        }

        var others = scores.Where(pair => pair.Key != agent).Max(pair => pair.Value);
        return (others - own) switch
        {
            >= Contradiction => AgentCheck.Contradicted,
            <= -1 => AgentCheck.Confirmed,
            _ => AgentCheck.Unknown,
        };
    }

    private static double Sum((string Phrase, double Weight)[] cues, string opening, string all) =>
        cues.Sum(cue => Contains(opening, cue.Phrase) ? 2 * cue.Weight : Contains(all, cue.Phrase) ? cue.Weight : 0);

    private static bool Contains(string text, string phrase) => text.Contains(phrase, StringComparison.Ordinal);

    private static string Plain(string word) => word.ToLowerInvariant().Trim('.', ',', '?', '!', ';', ':', '"', '«', '»');
}
