using Earshot.Bench.SpokenPii.Generator;

namespace Earshot.Unit.SpokenPii;

/// <summary>Check digits of the synthetic identifiers, against published examples and known sums.</summary>
public class IdentifiersTests
{
    // The usual example of Luhn's algorithm, ISO/IEC 7812-1.
    [Fact]
    public void Luhn_digit_of_the_textbook_example_is_three() => Assert.Equal("79927398713", Identifiers.WithLuhn("7992739871"));

    // The example of ISO 13616 for the United Kingdom.
    [Fact]
    public void Iban_of_the_registry_example_comes_out() => Assert.Equal("GB82WEST12345698765432", Identifiers.Iban("GB", "WEST12345698765432"));

    [Theory]
    [InlineData("one")]
    [InlineData("two")]
    [InlineData("three")]
    public void Cards_pass_luhn_until_misheard(string seed)
    {
        var card = Identifiers.Card(new Dice(seed));

        Assert.Equal(0, Identifiers.LuhnSum(card) % 10);
        Assert.NotEqual(0, Identifiers.LuhnSum(Identifiers.Misheard(new Dice(seed), card)) % 10);
    }

    [Theory]
    [InlineData("анна", 'd', false, "анне")]
    [InlineData("мария", 'g', false, "марии")]
    [InlineData("любовь", 'i', false, "любовью")]
    [InlineData("никита", 'a', true, "никиту")]
    [InlineData("игорь", 'i', true, "игорем")]
    [InlineData("петр", 'd', true, "петру")]
    [InlineData("сережа", 'i', true, "сережей")]
    public void First_names_decline(string name, char @case, bool male, string expected) =>
        Assert.Equal(expected, DeclineRussian.FirstName(name, @case, male));

    [Theory]
    [InlineData("иванов", 'i', true, "ивановым")]
    [InlineData("иванов", 'g', false, "ивановой")]
    [InlineData("островский", 'd', true, "островскому")]
    [InlineData("трубецкой", 'n', false, "трубецкая")]
    [InlineData("шевченко", 'd', true, "шевченко")]
    [InlineData("мельник", 'a', true, "мельника")]
    [InlineData("мельник", 'a', false, "мельник")]
    [InlineData("черных", 'g', false, "черных")]
    public void Last_names_decline(string name, char @case, bool male, string expected) =>
        Assert.Equal(expected, DeclineRussian.LastName(name, @case, male));
}
