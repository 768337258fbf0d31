using Earshot.Masking.Tokens;

namespace Earshot.Masking.Languages;

/// <summary>Small words that tell languages apart and end what is dictated.</summary>
internal static class FunctionWords
{
    private static readonly (WordTraits Traits, string Words)[] Table =
    [
        (WordTraits.Russian,
            """
            и в во на с со к по у о об от до за из для не что как это он она они мы вы я мне меня вам вас нам нас мой моя мое мои твой твоя твою ваш ваша ваше свой свою мою
            его ее их если или но а же бы ли есть был была было будет будут пожалуйста тоже так-то который которая где когда чтобы потому
            почта почту почте имейл емейл мейл мэйл адрес электронная электронной пишите запишите запиши напишите отправьте отправить отправляйте вышлите пришлите скиньте пришли
            высылайте сайт сайте сайта называется зовут ящик ссылка ссылку заходите зайдите могу можете можно надо нужно
            """),
        (WordTraits.English,
            """
            the a an and or of to in on for with from is are was were be been it he she they we you i my your our his her their this that these those me us him them not
            do does did have has had will would can could should if but because email mail address emails please send write me i'm it's that's s m re ll ve
            website site visit go called named what where when who how there here just use used using contact reach
            """),
        (WordTraits.German, "der die das und ist ich sie wir nicht ein eine mit auf für von zu im den dem bitte mein meine ihr ihre haben hat sind wurde adresse"),
        (WordTraits.French, "le la les et est je vous nous pas un une avec pour dans sur mon ma votre du des au aux ce cette qui que il elle à chez"),
        (WordTraits.Spanish, "el los las y es yo usted no un una con para en mi su del al que por está soy como vive"),
        (WordTraits.Italian, "il lo gli e è io lei non un una con per nel mio mia suo della di che sono del"),
        (WordTraits.Dutch, "de het een en is ik u wij niet met voor op van te mijn uw dat zijn heeft bij"),
        (WordTraits.Portuguese, "o os as e é eu você não um uma com para em meu minha seu do da que por no na dos"),
        (WordTraits.Polish, "i w na z do nie to jest się ja pan pani mój moja proszę że dla od po jak"),
    ];

    public static void AddTo(LexiconBuilder lexicon)
    {
        foreach (var (traits, words) in Table)
        {
            var stop = traits is WordTraits.Russian or WordTraits.English ? WordTraits.FunctionWord : WordTraits.None;
            foreach (var word in words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                lexicon.Add(word, traits | stop);
            }
        }

        foreach (var word in (string[])["بريدي", "البريد", "ايميلي", "الايميل", "ايميل", "هو", "على", "في", "من", "هي", "عنوان", "الموقع", "موقع", "موقعنا"])
        {
            lexicon.Add(word, WordTraits.FunctionWord);
        }
    }
}
