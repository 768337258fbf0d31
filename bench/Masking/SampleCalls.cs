using Earshot.Masking;

namespace Earshot.Bench.Masking;

/// <summary>Calls of natural density, about one word in fifteen personal; all people are invented.</summary>
internal static class SampleCalls
{
    private static readonly string[] Russian =
    [
        "добрый день вы позвонили в службу поддержки меня зовут марина чем могу помочь",
        "здравствуйте у меня второй день не работает интернет роутер перезагружал три раза и ничего не помогает совсем",
        "поняла вас сейчас проверим назовите пожалуйста номер договора или телефон на который он оформлен",
        "телефон восемь девятьсот шестнадцать двести тридцать четыре пятьдесят шесть семьдесят восемь записали",
        "да вижу оплата прошла двадцать третьего числа на сумму семьсот пятьдесят рублей долга нет",
        "вот именно я плачу вовремя а интернета нет и никто не может объяснить почему так долго",
        "приношу извинения на вашей улице плановые работы до восемнадцати часов скорость восстановят к вечеру",
        "хорошо а компенсация какая то будет потому что я работаю из дома и потерял целый день",
        "мы сделаем перерасчет за два дня это примерно пятьдесят рублей на следующий месяц",
        "ладно спасибо и еще вопрос можно ли сменить тариф на тот что по акции за четыреста девяносто",
    ];

    private static readonly string[] English =
    [
        "good morning thank you for calling support my name is karen how can i help you today",
        "hi i placed an order last week and the box arrived yesterday but one of the chairs has a broken leg",
        "i am sorry to hear that let me pull it up could you give me the phone number on the account please",
        "sure it is five five five oh one four two double three nine and the delivery was on tuesday afternoon",
        "thank you i can see it here two chairs and a table for three hundred and forty dollars in total",
        "that is right and i do not want to send the whole thing back i only need one new chair",
        "of course we can ship a replacement and it should be with you in three to five working days",
        "great do i have to pay for the return of the broken one or will somebody come and collect it",
        "there is no charge at all the courier will take it when he brings the new one to your door",
        "perfect that is all i needed thanks a lot for your help have a nice day bye",
    ];

    public static Conversation Call(string language, int words)
    {
        var lines = language == "ru" ? Russian : English;
        var turns = new List<Turn>();
        for (var i = 0; words > 0; i++)
        {
            var line = lines[i % lines.Length];
            turns.Add(new Turn(i % 2 == 0 ? "agent" : "customer", line));
            words -= line.Split(' ').Length;
        }

        return new Conversation(language, turns);
    }
}
