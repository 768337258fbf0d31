namespace Earshot.Masking.Residual;

/// <summary>
/// The second detector. It shares nothing with the first: no lexicon, no tokeniser, no grammar. It slides a window of a
/// few words over the masked text and counts evidence by sound-alike stems and by the share of digits, which finds what
/// a grammar lost; and it looks at what stands behind the words by which people introduce themselves.
/// </summary>
internal sealed class ResidualMeter
{
    private const int Window = 8;
    private const int ManyDigits = 6;

    private static readonly string[] NumberStems =
    [
        "нол", "оди", "две", "два", "три", "чет", "пят", "шес", "сем", "вос", "дев", "дес", "сор", "сто", "zer", "one", "two", "thr", "fou", "fiv", "six", "sev",
        "eig", "nin", "ten", "twe", "thi", "for", "fif", "dou", "tri", "صفر", "واح", "اثن", "ثلا", "ارب", "أرب", "خمس", "ست", "سبع", "ثما", "تسع",
    ];

    private static readonly string[] Introductions =
    [
        "меня зовут ", "моя фамилия ", "мое имя ", "моё имя ", "зовут меня ", "my name is ", "this is mr ", "this is mrs ", "speaking with ", "last name is ", "اسمي ",
    ];

    private readonly int[] weights = new int[Window];
    private int position;
    private int sum;

    public int PossibleLeaks { get; private set; }

    public int Words { get; private set; }

    public void Read(ReadOnlySpan<char> text)
    {
        Array.Clear(weights);
        (position, sum) = (0, 0);
        CountIntroductions(text);
        foreach (var range in text.SplitAny(' ', '\n', '\t', '\r'))
        {
            var word = text[range].Trim(",.!?;:\"'()");
            if (!word.IsEmpty && !word.Contains('['))
            {
                ReadWord(word);
            }
        }
    }

    private void ReadWord(ReadOnlySpan<char> word)
    {
        Words++;
        var weight = Weight(word);
        sum += weight - weights[position];
        weights[position] = weight;
        position = (position + 1) % Window;
        if (sum >= ManyDigits || LooksLikeAddress(word))
        {
            PossibleLeaks++;
            Array.Clear(weights);
            sum = 0;
        }
    }

    // Roughly how many digits the word stands for.
    private static int Weight(ReadOnlySpan<char> word)
    {
        var digits = 0;
        foreach (var letter in word)
        {
            digits += char.IsDigit(letter) ? 1 : 0;
        }

        if (digits > 0)
        {
            return digits;
        }

        foreach (var stem in NumberStems)
        {
            if (word.Length <= 14 && word.StartsWith(stem, StringComparison.OrdinalIgnoreCase))
            {
                return 1;
            }
        }

        return 0;
    }

    private static bool LooksLikeAddress(ReadOnlySpan<char> word) =>
        word.Contains('@') || word.Contains("://", StringComparison.Ordinal) || word.StartsWith("собак", StringComparison.OrdinalIgnoreCase);

    private void CountIntroductions(ReadOnlySpan<char> text)
    {
        foreach (var introduction in Introductions)
        {
            for (var rest = text; rest.IndexOf(introduction, StringComparison.OrdinalIgnoreCase) is var found and >= 0;)
            {
                rest = rest[(found + introduction.Length)..];
                PossibleLeaks += !rest.IsEmpty && char.IsLetter(rest[0]) ? 1 : 0;
            }
        }
    }
}
