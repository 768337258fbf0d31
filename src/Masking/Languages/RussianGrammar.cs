using Earshot.Masking.Names;

namespace Earshot.Masking.Languages;

/// <summary>Part of speech and case of an ordinary Russian word, told by the forms that the dictionary has beside it.</summary>
internal static class RussianGrammar
{
    private const int LongestWord = 40;

    /// <summary>A finite verb, an infinitive, or a short participle: "забыл", "подходит", "войти", "заблокирован".</summary>
    public static bool IsVerb(ReadOnlySpan<char> word) => word.Length > 3 && word switch
    {
        [.., 'с', 'я'] or [.., 'с', 'ь'] => word.Length > 5 && IsVerb(word[..^2]),
        [.., 'л'] => Has(word[..^1], "ть") || Has(word, "и"),
        [.., 'л', 'а' or 'о' or 'и'] => Has(word[..^2], "ть") || (Has(word[..^1], "о") && Has(word[..^1], "и") && Has(word[..^1], "а")),
        [.., 'т', 'ь'] => Has(word[..^2], "л") || Has(word[..^2], "ла"),
        [.., 'т', 'и'] => Has(word[..^2], "ла") || Has(word[..^2], "ти") && Has(word[..^2], "дет") || word is "войти" or "зайти" or "найти" or "прийти" or "пройти" or "перейти" or "выйти" or "дойти",
        [.., 'й', 'т', 'е'] or [.., 'и', 'т', 'е'] => true,
        [.., 'е' or 'и' or 'ю' or 'у' or 'а' or 'я', 'т'] => Has(word[..^1], "шь") || Has(word[..^2], "ть") || Has(word[..^1], "ть") || Has(word[..^2], "ить") || Has(word[..^2], "ешь") || Has(word[..^2], "ишь"),
        [.., 'х', 'о', 'ж', 'у'] => true,
        [.., 'у' or 'ю'] => Has(word[..^1], "ешь") || Has(word[..^1], "ишь"),
        [.., 'н'] or [.., 'н', 'а' or 'о' or 'ы'] => Has(word.TrimEnd("аоы"), "ный") && !IsNominative(word),
        _ => false,
    };

    /// <summary>Genitive of a noun, as in "логин сотрудника", "аккаунт компании"; nominatives such as "ласточка" are not meant.</summary>
    public static bool IsGenitive(ReadOnlySpan<char> word) => word.Length > 3 && word switch
    {
        [.., 'а'] => Has(word[..^1], "ом") && Has(word[..^1], "у"),
        [.., 'я'] => Has(word[..^1], "ем") && Has(word[..^1], "ю"),
        [.., 'ы'] => Has(word[..^1], "ой"),
        [.., 'и'] => Has(word[..^1], "ой") || Has(word[..^1], "ей") || Has(word[..^1], "ью"),
        [.., 'о' or 'е', 'в'] => Has(word[..^2], "ами"),
        [.., 'е', 'й'] => Has(word[..^2], "ями") || Has(word[..^2], "ами"),
        [.., 'г', 'о'] => true,
        _ => false,
    };

    /// <summary>A noun in the nominative, by the instrumental that it has: "ласточка", "рыцарь", "тигренок". Adverbs have none.</summary>
    public static bool IsNominative(ReadOnlySpan<char> word) => word.Length > 2 && word switch
    {
        [.., 'а'] => Has(word[..^1], "ой") || (Has(word[..^1], "ей") && Has(word[..^1], "у")),
        [.., 'я'] => Has(word[..^1], "ей") || Has(word[..^1], "ем"),
        [.., 'о'] => Has(word[..^1], "ом") && Has(word[..^1], "а"),
        [.., 'е'] => Has(word[..^1], "ем") && (Has(word[..^1], "я") || Has(word[..^1], "а")),
        [.., 'ь'] => Has(word, "ю") || Has(word[..^1], "ем"),
        [.., 'й'] => Has(word[..^1], "ем"),
        [.., 'ы' or 'и'] => Has(word[..^1], "ами") || Has(word[..^1], "ями"),
        [.., 'е' or 'о', _] => Has(word, "ом") || Has(word, "ем") || HasFleeting(word),
        _ => Has(word, "ом") || Has(word, "ем"),
    };

    /// <summary>An adjective in the nominative: "рыжий", "цветочная".</summary>
    public static bool IsAdjective(ReadOnlySpan<char> word) =>
        word.Length > 4 && word[^2..] is "ый" or "ий" or "ой" or "ая" or "яя" or "ое" or "ее" or "ые" or "ие" && (Has(word[..^2], "ого") || Has(word[..^2], "его"));

    /// <summary>An ordinary word of Russian.</summary>
    public static bool IsWord(ReadOnlySpan<char> word) => WordGraph.Russian.Contains(word);

    // "тигренок", "тигренком"; "орел", "орлом".
    private static bool HasFleeting(ReadOnlySpan<char> word) => word[^1] switch
    {
        'к' => Has(word[..^2], "ком"),
        'л' => Has(word[..^2], "лом"),
        'ц' => Has(word[..^2], "цом") || Has(word[..^2], "цем"),
        'р' => Has(word[..^2], "ром"),
        'н' => Has(word[..^2], "ном"),
        _ => false,
    };

    private static bool Has(ReadOnlySpan<char> stem, ReadOnlySpan<char> ending)
    {
        if (stem.Length + ending.Length > LongestWord)
        {
            return false;
        }

        Span<char> word = stackalloc char[LongestWord];
        stem.CopyTo(word);
        ending.CopyTo(word[stem.Length..]);
        return WordGraph.Russian.Contains(word[..(stem.Length + ending.Length)]);
    }
}
