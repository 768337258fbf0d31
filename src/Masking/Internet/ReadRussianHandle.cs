using System.Collections.Frozen;
using Earshot.Masking.Languages;
using Earshot.Masking.Names;
using Earshot.Masking.Numbers;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Internet;

/// <summary>
/// Handles that are ordinary Russian words, behind the word for them and inside a sentence: "ник гроза морей посмотрите", "под логином бабочка
/// войти не могу", "в телеграме я пчелка майя". A nominative beside "логин" is what it is called; genitives, verbs and words of talk are not.
/// </summary>
internal static class ReadRussianHandle
{
    private const int LongestLead = 8;
    private const int Longest = 14;
    private const int MostWords = 3;

    private static readonly FrozenSet<string> Talk =
        """
        пароль пароля пароли почта телефон номер адрес имя фамилия код инн снилс система сайт страница страницы кнопка ошибка доступ вход кабинет сотрудник клиент время данные логин ник никнейм аккаунт учетка профиль канал чат бот должен должна группа группу
        телеграм телеграма телеграмм вотсап ватсап вайбер инстаграм вконтакте реклама рекламу рассылка сообщение сообщения личка личку поддержка заявка заявки заказ заказы договор статус версия приложение приложения программа оплата подписка подписки подписчики подписчиков
        верно правильно неверно неправильно новый новая старый старая другой другая прежний тестовый личный рабочий корпоративный временный общий единый служебный неверный неправильный правильный любой первый второй третий последний сложный простой длинный короткий
        занят занято свободен нужен нужна нужно можно нельзя надо одинаковый одинаковые администратора администратором пользователь пользователя человек друг сосед
        латиница латинские английские русские буквы буква буквам цифры цифра символ символы почему зачем когда всегда никогда тоже точно просто вообще обычно теперь снова опять скорее быстро долго часто
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> TalkBySpan = Talk.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Last token of the handle that the phrase announces, and its first; -1 when none is said.</summary>
    public static int After(TokenisedCall call, int cueFirst, int cueLast, out int first)
    {
        first = OverLead(call, cueLast + 1, out var says);
        if (first < 0 || call.Tokens[first].Is(WordTraits.Ordinal))
        {
            return -1;
        }

        var last = Read(call, first, out var marks, out var words);
        if (last < first || !IsHandle(call, first, last, marks, words))
        {
            return -1;
        }

        var start = first;
        while (start > cueLast + 1 && call.Tokens[start - 1].Is(WordTraits.At))
        {
            start--;
        }

        first = start;
        return IsStrong(call, cueFirst, cueLast) || says || IsOwn(call, cueFirst)
            ? marks > 0 || EndsHere(call, last) ? last : -1
            : marks > 0 && !IsOnlyNumber(call, first, last) ? last
            : EndsHere(call, last) && HasUnknown(call, first, last) ? last : -1;
    }

    // "логин", "под ником": the next noun is it. "телеграм", "аккаунт": many other things may be said of them.
    private static bool IsStrong(TokenisedCall call, int cueFirst, int cueLast)
    {
        for (var i = cueFirst; i <= cueLast; i++)
        {
            if (call.Folded(i) is "ник" or "нику" or "ником" or "имя" or "как" || call.Folded(i).StartsWith("логин") || call.Folded(i).StartsWith("никнейм") || call.Folded(i).StartsWith("юзер") || (call.Folded(i) is "под" && cueLast > i))
            {
                return true;
            }
        }

        return false;
    }

    // "мой телеграм", "у нее твиттер", "наш инстаграм".
    private static bool IsOwn(TokenisedCall call, int cue)
    {
        for (var i = cue - 1; i >= 0 && cue - i <= 3 && !call.Tokens[i + 1].Is(TokenShape.LineStart); i--)
        {
            if (call.Folded(i) is "мой" or "моя" or "наш" or "наша" or "меня" or "нее" or "него" or "нас" or "его" or "их")
            {
                return true;
            }
        }

        return false;
    }

    // "у меня", "на госуслугах у меня", "в телеграме я", "же вот", "я помню".
    private static int OverLead(TokenisedCall call, int from, out bool says)
    {
        says = false;
        var at = from;
        while (IsInLine(call, at) && at - from <= LongestLead)
        {
            ref readonly var token = ref call.Tokens[at];
            if (at == from && call.Folded(at) is "как")
            {
                (says, at) = (true, at + 1);
                continue;
            }

            if (call.Folded(at) is "не" or "нет" or "и" or "или" or "чтобы" or "если" or "где" or "как" or "что" or "когда" or "был" or "была")
            {
                return -1;
            }

            if (token.FoldedLength == 1 && IsInLine(call, at + 1) && call.Tokens[at + 1].Is(WordTraits.AddressSign))
            {
                return at;
            }

            // "логин начинается на эф эс".
            if (call.Folded(at) is "начинается" && IsInLine(call, at + 1) && call.Folded(at + 1) is "на" or "с")
            {
                at += 2;
                continue;
            }

            if (IsPreposition(call.Folded(at)) && !call.Tokens[at].Is(WordTraits.At))
            {
                at = OverPlace(call, at);
                if (at < 0)
                {
                    return -1;
                }

                continue;
            }

            says |= call.Folded(at) is "я" or "называется" or "это" or "меня" or "нее" or "него" or "мой" or "такой" or "собака" or "собачка" or "эт" or "помню";
            if (!(token.Kind is TokenKind.Sign ? call.Folded(at)[0] is ':' or '=' or '-' or ',' or '"' : token.Is(WordTraits.Filler | WordTraits.FunctionWord | WordTraits.At) || IsLeadWord(call.Folded(at)))
                || (token.Is(WordTraits.Number | WordTraits.LetterName) && !token.Is(WordTraits.FunctionWord)))
            {
                return at;
            }

            at++;
        }

        return IsInLine(call, at) ? at : -1;
    }

    private static bool IsLeadWord(ReadOnlySpan<char> word) =>
        word is "найдите" or "найдете" or "ищите" or "добавьте" or "латиницей" or "английскими" or "помню" or "такой" or "такая" or "нее" or "него" or "двоеточие" or "наш" or "страница" or "канал";

    private static bool IsPreposition(ReadOnlySpan<char> word) => word is "в" or "на" or "от" or "из" or "для" or "по" or "к";

    // "на форуме", "от личного кабинета", "в вашей системе". The token behind it, or -1.
    private static int OverPlace(TokenisedCall call, int preposition)
    {
        for (var i = preposition + 1; i <= preposition + 3 && IsInLine(call, i); i++)
        {
            if (IsPlace(call.Folded(i), call.Folded(preposition)))
            {
                return i + 1;
            }

            if (call.Folded(i) is not ([.., 'о' or 'е', 'й' or 'м'] or [.., 'г', 'о']))
            {
                return -1;
            }
        }

        return -1;
    }

    private static bool IsPlace(ReadOnlySpan<char> word, ReadOnlySpan<char> preposition) =>
        word is "вк" or "вконтакте" or "авито" or "тг" or "контакте" or "кабинета" or "почты" or "сайта" or "системы" or "портала" or "приложения" or "игры" or "форума" or "банка" or "нику" or "имени"
        || (preposition is "в" or "на" && word.Length > 3 && (word[^1] is 'е' || word[^2..] is "ах" or "ях" or "ии"));

    // Words, letters, marks and numbers that go on; a plain word behind a number is the sentence again.
    private static int Read(TokenisedCall call, int first, out int marks, out int words)
    {
        var last = first - 1;
        var (isTied, afterNumber) = (false, false);
        (marks, words) = (0, 0);
        for (var i = first; IsInLine(call, i) && i - first < Longest; i++)
        {
            ref readonly var token = ref call.Tokens[i];
            if (i > first && (token.Is(WordTraits.AddressSign | WordTraits.Plus) && !token.Is(WordTraits.At) || call.Folded(i) is "нижнее" or "двоеточие" or "решетка" or "решётка" || (token.Kind is TokenKind.Sign && call.IsGlued(i) && call.Folded(i)[0] is '_' or '.' or '-')))
            {
                (isTied, afterNumber) = (true, false);
                marks++;
                last = token.Is(WordTraits.Underscore) ? i : last;
                continue;
            }

            // "пион и роза", where the line ends with it.
            if (i > first && !afterNumber && call.Folded(i) is "и" && IsInLine(call, i + 1) && !IsInLine(call, i + 2) && !EndsHandle(call, i + 1))
            {
                isTied = true;
                continue;
            }

            if (ReadNumber.IsNumber(token) || IsLetter(call, i, first))
            {
                if (ReadNumber.IsNumber(token) && QuantityAt(call, i))
                {
                    break;
                }

                marks++;
                (last, isTied, afterNumber) = (i, false, true);
                continue;
            }

            if (!isTied && (afterNumber || words >= MostWords || EndsHandle(call, i)) || token.Kind is not TokenKind.Word)
            {
                break;
            }

            words++;
            (last, isTied) = (i, false);
        }

        return last;
    }

    // "ковалев а", but not "солнышко а пароль нет".
    private static bool IsLetter(TokenisedCall call, int token, int first) =>
        call.Tokens[token].Kind is TokenKind.Word
        && (call.Tokens[token].Is(WordTraits.LetterName) || (call.Tokens[token].FoldedLength == 1 && (token == first || !IsInLine(call, token + 1) || !call.Tokens[token].Is(WordTraits.FunctionWord))));

    private static bool QuantityAt(TokenisedCall call, int number)
    {
        while (number < call.Tokens.Length && ReadNumber.IsNumber(call.Tokens[number]))
        {
            number++;
        }

        return number < call.Tokens.Length && call.Tokens[number].Is(WordTraits.Unit) && !call.Tokens[number].Is(TokenShape.LineStart);
    }

    private static bool EndsHandle(TokenisedCall call, int i)
    {
        ref readonly var token = ref call.Tokens[i];
        return token.Is(WordTraits.FunctionWord | WordTraits.Correction | WordTraits.Filler | WordTraits.Joiner) || (token.Is(NameTraits.NeverName) && call.Folded(i) is not "дом")
            || RussianGrammar.IsVerb(call.Folded(i)) || (TalkBySpan.Contains(call.Folded(i)) && !(RussianGrammar.IsAdjective(call.Folded(i)) && IsInLine(call, i + 1) && IsNamed(call, i + 1)));
    }

    // "старый токарь": the adjective belongs to a noun that is no word of talk.
    private static bool IsNamed(TokenisedCall call, int noun) =>
        call.Tokens[noun].Kind is TokenKind.Word && !call.Tokens[noun].Is(WordTraits.Number) && !RussianGrammar.IsAdjective(call.Folded(noun)) && !EndsHandle(call, noun);

    // What follows is another clause or nothing.
    private static bool EndsHere(TokenisedCall call, int last)
    {
        var next = last + 1;
        return !IsInLine(call, next) || call.Tokens[next].Kind is TokenKind.Sign
            || call.Folded(next) is "а" or "и" or "но" or "не" or "нет" or "что" or "или" or "верно" or "правильно" or "да" or "он" or "я" or "пароль" || RussianGrammar.IsVerb(call.Folded(next));
    }

    private static bool IsHandle(TokenisedCall call, int first, int last, int marks, int words)
    {
        if (marks > 0)
        {
            return words > 0 ? !IsGenitivePlural(call, first) : last > first || EndsHere(call, last);
        }

        return call.Tokens[first].FoldedLength > 2 && IsPlain(call, first, last);
    }

    // "логин для сотрудников один".
    private static bool IsGenitivePlural(TokenisedCall call, int token) =>
        call.Folded(token) is [.., 'о' or 'е', 'в'] && RussianGrammar.IsGenitive(call.Folded(token)) && RussianGrammar.IsWord(call.Folded(token));

    /// <summary>Words that can name somebody who signs in: nominatives with their adjectives and genitives, or words of no dictionary.</summary>
    public static bool IsPlain(TokenisedCall call, int first, int last)
    {
        var hasNoun = false;
        for (var i = first; i <= last; i++)
        {
            var word = call.Folded(i);
            if (i > first && i < last && word is "и")
            {
                continue;
            }

            if (EndsHandle(call, i) || (i == first && RussianGrammar.IsGenitive(word)))
            {
                return false;
            }

            var isNoun = !RussianGrammar.IsWord(word) || RussianGrammar.IsNominative(word);
            if (!isNoun && !RussianGrammar.IsAdjective(word) && !(i > first && RussianGrammar.IsGenitive(word)))
            {
                return false;
            }

            hasNoun |= isNoun && !RussianGrammar.IsAdjective(word);
        }

        return hasNoun;
    }

    private static bool IsOnlyNumber(TokenisedCall call, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (!ReadNumber.IsNumber(call.Tokens[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Letters or dictated marks tie the words: plain Russian words and numbers are read by their grammar.</summary>
    public static bool IsTied(TokenisedCall call, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if ((call.Tokens[i].FoldedLength == 1 && !call.Tokens[i].Is(WordTraits.FunctionWord)) || call.Tokens[i].Is(WordTraits.AddressSign | WordTraits.LetterName))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasUnknown(TokenisedCall call, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (call.Tokens[i].Kind is TokenKind.Word && call.Tokens[i].FoldedLength > 3 && !RussianGrammar.IsWord(call.Folded(i)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInLine(TokenisedCall call, int token) => token < call.Tokens.Length && !call.Tokens[token].Is(TokenShape.LineStart);
}
