using Earshot.Masking.Tokens;

namespace Earshot.Masking.Numbers;

/// <summary>Names of letters as they are said: "эс", "bee", "bravo".</summary>
internal static class LetterWords
{
    private const string Names =
        """
        рэ лэ мэ нэ сэ фэ шэ
        бэ вэ гэ дэ жэ зэ ка эл эль эм эн пэ эр эс тэ эф ха цэ че ша ща эй би си ди джи эйч джей кей пи кью ви икс игрек зет дабл дабл-ю уай
        bee cee dee eff gee aitch jay kay el em en pee cue queue ess tee vee ex zee zed
        alpha alfa bravo charlie delta echo foxtrot golf hotel india juliet juliett kilo lima mike november oscar papa quebec romeo sierra tango uniform victor
        whiskey whisky xray yankee zulu
        ray ти ви ар ай оу вай зед кью дабл
        эр ка эф эс ге де ве бе же пэ цэ аш дубль игрек ка
        باء تاء ثاء جيم حاء خاء دال ذال راء زاي سين شين صاد ضاد طاء ظاء عين غين فاء قاف كاف لام ميم نون هاء واو ياء
        ان ايه اي بي سي دي اف جي اتش جيه كيه كي ال ام كيو ار اس تي يو دبليو اكس إكس إل واي زد
        """;

    private const string Links = "как as like for";

    public static void AddTo(LexiconBuilder lexicon)
    {
        foreach (var word in Names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            lexicon.Add(word, WordTraits.LetterName);
        }

        foreach (var word in Links.Split(' '))
        {
            lexicon.Add(word, WordTraits.SpellingLink);
        }
    }
}
