using Earshot.Masking.Finding;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Spelling;

/// <summary>
/// Names said letter by letter: "S-M-I-T-H", "эс как семён, и, тэ", "b as in boy". What is spelled in a call is a name
/// unless another recogniser knows better.
/// </summary>
internal sealed class SpelledNameRecogniser(int topic) : Recogniser
{
    private const int Enough = 4;

    public override string Name => "spelled-name";

    public override void Find(TokenisedCall call, CandidateList found)
    {
        var tokens = call.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (MayBeLetter(tokens[i]) && IsLetter(call, i) && ReadFrom(call, i, out var letters, out var certain) is var last && last > i)
            {
                if ((letters >= Enough && certain >= 2 && !IsTopic(call, i, last) && !IsAbbreviation(call, i, last)) || (letters >= 2 && (IsAskedToSpell(call, i) || SpellsWordBefore(call, i, last))))
                {
                    found.Add(i, last, PersonalDataType.Person, 0.6f, Name);
                }

                i = last;
            }
        }
    }

    // "i b a n", "i f s c": what a number is called.
    private static bool IsTopic(TokenisedCall call, int first, int last) => call.Topics.From(first) is [var mention, ..] && mention.First == first && (mention.Last >= last || (mention.Last + 1 < call.Tokens.Length && call.Tokens[mention.Last + 1].Is(TokenShape.LineStart)));

    // "rob r o b", "ng that's n g".
    private static bool SpellsWordBefore(TokenisedCall call, int first, int last)
    {
        var word = first - 1;
        while (word > 0 && first - word < 5 && (call.Tokens[word].Kind is TokenKind.Sign || call.Folded(word) is "that" or "s" or "is" or "it" or "spelled"))
        {
            word--;
        }

        if (word < 0 || call.Tokens[word].FoldedLength != last - first + 1 || call.Tokens[word].FoldedLength < 2)
        {
            return false;
        }

        for (var i = first; i <= last; i++)
        {
            if (call.Tokens[i].FoldedLength != 1 || call.Folded(i)[0] != call.Folded(word)[i - first])
            {
                return false;
            }
        }

        return true;
    }

    private bool IsAskedToSpell(TokenisedCall call, int first)
    {
        foreach (var mention in call.Topics.Items)
        {
            if (mention.Topic == topic && mention.Last < first && first - mention.Last < 20)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Last token of the spelled run. Letters that are also words, such as "и" and "a", are not certain.</summary>
    private static int ReadFrom(TokenisedCall call, int first, out int letters, out int certain)
    {
        (letters, certain) = (0, 0);
        var last = first;
        for (var i = first; i < call.Tokens.Length && call.Tokens[i].Turn == call.Tokens[first].Turn; i++)
        {
            if (IsLetter(call, i))
            {
                letters++;
                certain += IsAlsoWord(call, i) ? 0 : 1;
                last = i = SkipExample(call, i);
            }
            else if (!(call.Tokens[i].Kind is TokenKind.Sign && call.Folded(i)[0] is '-' or ',' or '.') && call.Tokens[i].Number is not NumberKind.Repeat)
            {
                break;
            }
        }

        return last;
    }

    // "справка два эн дэ эф эл": no name is without a vowel.
    private static bool IsAbbreviation(TokenisedCall call, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (!call.Tokens[i].Is(TokenShape.Cyrillic) || (call.Tokens[i].FoldedLength == 1 && "аеиоуыэюя".Contains(call.Folded(i)[0], StringComparison.Ordinal)) || call.Folded(i) is "эй" or "ай" or "оу" or "уай" or "ар" || call.Tokens[i].FoldedLength > 3)
            {
                return false;
            }
        }

        return true;
    }

    private static bool MayBeLetter(in Token token) => token.FoldedLength == 1 || token.Is(WordTraits.LetterName);

    private static bool IsLetter(TokenisedCall call, int token)
    {
        ref readonly var at = ref call.Tokens[token];
        return MayBeLetter(at) && at.Kind is TokenKind.Word && !at.Is(WordTraits.Number)
            && !(token > 0 && call.IsSign(token - 1, '\'') && call.IsGlued(token)) && !call.IsSign(token + 1, '\'');
    }

    private static bool IsAlsoWord(TokenisedCall call, int token) =>
        !call.Tokens[token].Is(TokenShape.Capital)
        && call.Folded(token) is "a" or "i" or "и" or "в" or "с" or "к" or "о" or "у" or "я" or "а" or "э" or "да" or "о" or "эй" or "ха" or "эм" or "ex" or "be" or "me" or "el" or "en" or "may" or "mike" or "ну" or "india" or "golf" or "hotel" or "echo" or "delta" or "so";

    // "as in boy", "for boy", "как доллар".
    private static int SkipExample(TokenisedCall call, int letter)
    {
        var next = letter + 1;
        if (next < call.Tokens.Length && call.IsSign(next, ','))
        {
            next++;
        }

        if (next + 1 >= call.Tokens.Length || !call.Tokens[next].Is(WordTraits.SpellingLink) || call.Tokens[next + 1].Turn != call.Tokens[letter].Turn)
        {
            return letter;
        }

        var example = call.Folded(next + 1) is "in" ? next + 2 : next + 1;
        return example < call.Tokens.Length && call.Tokens[example].Kind is TokenKind.Word && call.Tokens[example].Turn == call.Tokens[letter].Turn ? example : letter;
    }
}
