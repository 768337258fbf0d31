using Earshot.Speech;
using Earshot.Speech.Segments;
using Earshot.Speech.Speakers;
using Earshot.Speech.Turns;

namespace Earshot.Unit.Speech;

public sealed class NameSpeakersTests
{
    private const int Rate = 8_000;
    private const int SecondsPerTurn = 6;
    private const string Greeting = "клиника ромашка меня зовут ольга чем могу помочь";
    private const string Problem = "здравствуйте у меня вопрос по счёту за приём";

    [Fact]
    public void A_colleague_in_the_channel_of_the_agent_is_told_apart_after_a_transfer() => Assert.Equal(
        ["agent", "customer", "agent", "agent2", "customer", "agent2"],
        Speakers(
            new Said(0, SyntheticVoice.High, Greeting), new Said(1, SyntheticVoice.Middle, Problem), new Said(0, SyntheticVoice.High, "сейчас соединю вас с бухгалтерией"),
            new Said(0, SyntheticVoice.Low, "бухгалтерия слушаю вас внимательно"), new Said(1, SyntheticVoice.Middle, "мне выставили счёт дважды"), new Said(0, SyntheticVoice.Low, "одну минуту проверяю")));

    [Fact]
    public void Without_a_transfer_the_channel_of_the_agent_is_one_person() => Assert.Equal(
        ["agent", "customer", "agent"],
        Speakers(new Said(0, SyntheticVoice.High, Greeting), new Said(1, SyntheticVoice.Middle, Problem), new Said(0, SyntheticVoice.Low, "одну минуту проверяю")));

    [Fact]
    public void A_transfer_that_nobody_followed_makes_no_colleague() => Assert.Equal(
        ["agent", "customer", "agent", "customer", "agent"],
        Speakers(
            new Said(0, SyntheticVoice.High, Greeting), new Said(1, SyntheticVoice.Middle, Problem), new Said(0, SyntheticVoice.High, "сейчас соединю вас с бухгалтерией"),
            new Said(1, SyntheticVoice.Middle, "не надо"), new Said(0, SyntheticVoice.High, "хорошо тогда проверю сама")));

    [Fact]
    public void In_a_mono_recording_the_customer_is_heard_before_and_after_the_transfer() => Assert.Equal(
        ["agent", "customer", "agent", "agent2", "customer", "agent2", "customer"],
        Speakers(
            new Said(0, SyntheticVoice.High, Greeting), new Said(0, SyntheticVoice.Middle, Problem), new Said(0, SyntheticVoice.High, "сейчас соединю вас с бухгалтерией"),
            new Said(0, SyntheticVoice.Low, "бухгалтерия слушаю вас внимательно"), new Said(0, SyntheticVoice.Middle, "мне выставили счёт дважды"), new Said(0, SyntheticVoice.Low, "одну минуту проверяю"),
            new Said(0, SyntheticVoice.Middle, "спасибо жду")));

    [Fact]
    public void A_mono_recording_of_two_has_an_agent_and_a_customer() => Assert.Equal(
        ["agent", "customer", "agent", "customer"],
        Speakers(
            new Said(0, SyntheticVoice.High, Greeting), new Said(0, SyntheticVoice.Low, Problem), new Said(0, SyntheticVoice.High, "одну минуту проверяю"), new Said(0, SyntheticVoice.Low, "спасибо жду")));

    private static List<string> Speakers(params Said[] call)
    {
        var (voices, heard, random) = (new CollectVoices(Rate), new List<HeardPiece>(), new Random(5));
        for (var i = 0; i < call.Length; i++)
        {
            var start = TimeSpan.FromSeconds(i * (SecondsPerTurn + 2));
            voices.Add(new SpeechPiece(call[i].Channel, start, call[i].Voice.Speak(SecondsPerTurn, Rate, random), Rate));
            heard.Add(new HeardPiece(call[i].Channel, start, start + TimeSpan.FromSeconds(SecondsPerTurn), Words(call[i].Text, start)));
        }

        return new NameSpeakers(heard, voices, null).Turns().ConvertAll(turn => turn.Speaker);
    }

    private static List<SpokenWord> Words(string text, TimeSpan start)
    {
        var words = text.Split(' ');
        var length = TimeSpan.FromSeconds((double)SecondsPerTurn / words.Length);
        return [.. words.Select((word, i) => new SpokenWord(word, start + (i * length), start + ((i + 1) * length)))];
    }

    private sealed record Said(int Channel, SyntheticVoice Voice, string Text);
}
