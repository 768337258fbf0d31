namespace Earshot.Masking.Tokens;

/// <summary>What the engine's own recognisers need to know of a word. One lookup per word gives them all.</summary>
[Flags]
internal enum WordTraits : ulong
{
    None = 0,

    /// <summary>Stands for digits: "семь", "seventeen", "double".</summary>
    Number = 1UL << 0,

    /// <summary>An ordinal form: "седьмого", "seventh".</summary>
    Ordinal = 1UL << 1,

    /// <summary>Said while thinking: "э-э", "так", "um".</summary>
    Filler = 1UL << 2,

    /// <summary>Takes back what was said: "нет", "точнее", "sorry", "I mean".</summary>
    Correction = 1UL << 3,

    /// <summary>Joins numbers without being one: "and", "и", "و".</summary>
    Joiner = 1UL << 4,

    /// <summary>Name of a month.</summary>
    Month = 1UL << 5,

    /// <summary>A unit after which a number is a quantity: roubles, kilograms, minutes, per cent.</summary>
    Unit = 1UL << 6,

    /// <summary>"точка", "dot".</summary>
    Dot = 1UL << 7,

    /// <summary>"собака", "at".</summary>
    At = 1UL << 8,

    /// <summary>"дефис", "тире", "dash", "hyphen", "minus".</summary>
    Dash = 1UL << 9,

    /// <summary>"подчёркивание", "underscore".</summary>
    Underscore = 1UL << 10,

    /// <summary>"слэш", "slash".</summary>
    Slash = 1UL << 11,

    /// <summary>"плюс", "plus".</summary>
    Plus = 1UL << 12,

    /// <summary>Top-level domain or the last word of a well-known mail host, as spoken.</summary>
    Domain = 1UL << 13,

    /// <summary>Name of a letter: "эс", "bee", "дабл ю".</summary>
    LetterName = 1UL << 14,

    /// <summary>Begins a phrase that tells what a number is.</summary>
    PhraseStart = 1UL << 15,

    /// <summary>Stands between a letter and its example: "как", "as in", "for".</summary>
    SpellingLink = 1UL << 16,

    /// <summary>Word of a language other than the one of its neighbours is told by these: function words.</summary>
    Russian = 1UL << 17,
    English = 1UL << 18,
    German = 1UL << 19,
    French = 1UL << 20,
    Spanish = 1UL << 21,
    Italian = 1UL << 22,
    Dutch = 1UL << 23,
    Portuguese = 1UL << 24,
    Polish = 1UL << 25,

    /// <summary>Well-known mail host or site: "gmail", "яндекс".</summary>
    Host = 1UL << 26,

    /// <summary>A small word that ends what is dictated: "is", "моя", "адрес".</summary>
    FunctionWord = 1UL << 28,

    /// <summary>"тысяча": goes with one thousand, not with five; after five it begins another number.</summary>
    OneOnly = 1UL << 29,

    /// <summary>Any mark that an e-mail address or site may be dictated with.</summary>
    AddressSign = Dot | At | Dash | Underscore | Slash,
}
