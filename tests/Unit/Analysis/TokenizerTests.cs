using Earshot.Analysis.Text;

namespace Earshot.Unit.Analysis;

/// <summary>Words are read sixteen letters at a step where that is possible, and letter by letter elsewhere: both mean the same.</summary>
public sealed class TokenizerTests
{
    [Theory]
    [InlineData("здравствуйте меня зовут [PERSON_1] чем помочь")]
    [InlineData("ДОБРЫЙ День, Это Ёлка и ёж: всё ещё. Щас")]
    [InlineData("I don't know, it’s the client's A1 order; we'll CALL back")]
    [InlineData("высокопревосход высокопревосходи высокопревосходит высокопревосходительствами")]
    [InlineData("abcdefghijklmno abcdefghijklmnop abcdefghijklmnopq")]
    [InlineData("два2слова 12 слово-слово e\u0301te café naïve straße שלום مرحبا ok")]
    [InlineData("а")]
    [InlineData(" z")]
    [InlineData("слово\u0301 слово— слово… (слово) [слово")]
    [InlineData("")]
    public void Words_read_in_blocks_are_those_read_letter_by_letter(string text)
    {
        var vocabulary = new Vocabulary();
        var first = Read(text, vocabulary);

        var again = Read(text, vocabulary);

        Assert.Equal(first, again);
        Assert.Equal(Tokenizer.Places(text), [.. again.Select(token => (token.Start, token.Start + token.Length))]);
        Assert.Equal(Tokenizer.Forms(text).SelectMany(form => Numbers(form, vocabulary)), again.Select(token => token.Word));
    }

    private static Token[] Read(string text, Vocabulary vocabulary)
    {
        var words = new CallWords(vocabulary);
        Tokenizer.Read(text, 0, words);
        return words.ToArray();
    }

    private static IEnumerable<int> Numbers(string form, Vocabulary vocabulary)
    {
        var buffer = new char[WordForm.Room];
        form.CopyTo(buffer);
        var (first, count) = vocabulary.Find(form, WordForm.Hash(buffer, form.Length));
        return Enumerable.Range(first, count);
    }
}
