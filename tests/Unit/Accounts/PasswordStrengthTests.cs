using Earshot.Platform.Accounts.People;

namespace Earshot.Unit.Accounts;

public sealed class PasswordStrengthTests
{
    [Theory]
    [InlineData("short")]
    [InlineData("elevenchars")]
    [InlineData("passwordpassword")]
    [InlineData("Password2024!!")]
    [InlineData("qwertyuiop12")]
    [InlineData("йцукенгшщзхъ")]
    [InlineData("aaaaaaaaaaaaaaa")]
    [InlineData("abcabcabcabcabc")]
    [InlineData("123456789012")]
    [InlineData("abcdefghijklm")]
    [InlineData("vera.example1")]
    [InlineData("P@ssw0rd12345")]
    [InlineData("Summer2024!Summer")]
    [InlineData("qazwsxedcrfv1!")]
    [InlineData("Moscow-2026-Spartak")]
    [InlineData("Наташа1985привет")]
    [InlineData("zaq1xsw2cde3")]
    [InlineData("1q2w3e4r5t6y")]
    public void Passwords_that_are_easy_to_guess_are_refused(string password) =>
        Assert.NotNull(PasswordStrength.Weakness(password, "vera.example@first.example"));

    [Theory]
    [InlineData("seven green lanterns")]
    [InlineData("семь зелёных фонарей")]
    [InlineData("xK9#vQ2!mPz7")]
    [InlineData("correcthorsebattery")]
    [InlineData("summer rain over the harbour")]
    [InlineData("tigerpaw lamp 88")]
    public void Good_passwords_pass_without_rules_of_composition(string password) =>
        Assert.Null(PasswordStrength.Weakness(password, "vera.example@first.example"));

    [Fact]
    public void A_password_longer_than_the_limit_is_refused() =>
        Assert.NotNull(PasswordStrength.Weakness(string.Concat(Enumerable.Range(0, 100).Select(i => $"w{i * 7919}")), "a@b.example"));
}
