namespace Earshot.Web.Texts;

/// <summary>What the signs of how a call went are called on the page of the call.</summary>
public static class SignNames
{
    private static readonly Dictionary<string, (string English, string Russian)> Known = new(StringComparer.Ordinal)
    {
        ["end.refused"] = ("The agent could not", "Оператор не смог"),
        ["end.sorry"] = ("The agent was sorry", "Оператор сожалел"),
        ["end.glad"] = ("The agent was glad with the customer", "Оператор радовался вместе с клиентом"),
        ["end.again"] = ("Not for the first time", "Не в первый раз"),
        ["end.told"] = ("Something else was said before", "Раньше говорили другое"),
        ["end.tried"] = ("The customer had tried already", "Клиент уже пробовал"),
        ["end.resigned"] = ("The customer gave in", "Клиент смирился"),
        ["end.eased"] = ("The customer was eased", "Клиенту стало легче"),
        ["end.wonder"] = ("A glad surprise", "Приятное удивление"),
        ["end.thanked"] = ("Thanks", "Благодарность"),
        ["end.wished"] = ("Good wishes", "Добрые пожелания"),
        ["end.chosen"] = ("The customer chose", "Клиент выбрал"),
        ["end.stakes"] = ("What it costs the customer", "Чего это стоит клиенту"),
        ["end.trouble"] = ("Trouble told", "Рассказ о беде"),
        ["end.denied"] = ("Objections", "Возражения"),
        ["end.asked"] = ("Questions left over", "Остались вопросы"),
        ["end.request"] = ("A plain request", "Простая просьба"),
        ["end.since"] = ("It has lasted long", "Длится давно"),
        ["end.ironic"] = ("Irony", "Ирония"),
        ["end.warm"] = ("Words from the heart", "Слова от сердца"),
        ["end.given"] = ("The agent gave it at once", "Оператор дал сразу"),
        ["end.brushed"] = ("The agent sent the customer on", "Оператор отправил дальше"),
        ["end.negated"] = ("The agent said no", "Оператор говорил нет"),
        ["end.undecided"] = ("Not decided yet", "Ещё не решено"),
        ["shape.echo"] = ("Only said back what was said", "Клиент лишь повторял сказанное"),
        ["shape.flat"] = ("Answers of one word", "Ответы в одно слово"),
        ["shape.shrinks"] = ("How turns grew or shrank", "Как росли или убывали реплики"),
        ["shape.questions"] = ("The customer asked till late", "Клиент спрашивал до конца"),
        ["shape.exclaims"] = ("Exclamations", "Восклицания"),
        ["outcome.solved"] = ("The customer says it works", "По словам клиента всё получилось"),
        ["outcome.unsolved"] = ("The customer says it does not work", "По словам клиента не получилось"),
        ["outcome.accepted"] = ("The offer was accepted", "Предложение принято"),
        ["outcome.pleased"] = ("The customer was pleased", "Клиент рад"),
        ["outcome.insulted"] = ("The agent was rude or pressed", "Оператор грубил или давил"),
        ["outcome.leaving"] = ("The customer wants to go elsewhere", "Клиент хочет уйти к другим"),
        ["outcome.dissatisfied"] = ("Displeasure", "Недовольство"),
        ["outcome.angry"] = ("Anger", "Гнев"),
        ["outcome.reluctant"] = ("Doubts", "Сомнения"),
        ["outcome.pending"] = ("Left for later", "Отложено на потом"),
        ["mood.end"] = ("Mood towards the end", "Настроение к концу"),
        ["mood.last"] = ("Mood of the last words", "Настроение последних слов"),
        ["mood.low"] = ("The lowest mood", "Худшее настроение"),
        ["mood.high"] = ("The highest mood", "Лучшее настроение"),
        ["mood.strength"] = ("How strong the words are", "Сила слов"),
    };

    /// <summary>The name, or null for a sign that is not weighed any more.</summary>
    public static string? Find(string sign, Wording w) => Known.TryGetValue(sign, out var name) ? w.Say(name.English, name.Russian) : null;
}
