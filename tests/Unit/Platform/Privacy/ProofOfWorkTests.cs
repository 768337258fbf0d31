using System.Globalization;
using Earshot.Platform.Privacy.Consents;
using Earshot.Platform.Privacy.Inquiries;

namespace Earshot.Unit.Platform.Privacy;

public sealed class ProofOfWorkTests
{
    [Fact]
    public void A_puzzle_is_solved_by_searching_and_not_by_guessing()
    {
        var answers = Enumerable.Range(0, 400_000).Select(number => number.ToString(CultureInfo.InvariantCulture)).Where(answer => ProofOfWork.IsSolved("1.puzzle.mac", answer)).Take(2).ToArray();

        Assert.NotEmpty(answers);
        Assert.True(int.Parse(answers[0], CultureInfo.InvariantCulture) > 50);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1234567890123")]
    public void An_answer_that_is_none_is_refused(string answer) => Assert.False(ProofOfWork.IsSolved("1.puzzle.mac", answer));

    [Theory]
    [InlineData(null, null)]
    [InlineData("0123456789abcdef0123456789abcdef.yes", true)]
    [InlineData("0123456789abcdef0123456789abcdef.no", false)]
    [InlineData("0123456789abcdef0123456789abcdef.maybe", null)]
    [InlineData("nobody.yes", null)]
    public void A_choice_is_read_from_its_cookie_or_not_at_all(string? cookie, bool? isGiven) => Assert.Equal(isGiven, ChooseCookies.Read(cookie)?.IsGiven);
}
