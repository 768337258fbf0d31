using Earshot.Platform.Calls.Pipeline;
using Earshot.Platform.Calls.Tuning;

namespace Earshot.Unit.Platform.Calls;

public sealed class TunedMaskersTests
{
    private static readonly Guid Stamp = Guid.NewGuid();
    private static readonly Guid Mine = Guid.NewGuid();
    private readonly TunedMaskers maskers = new();

    [Fact]
    public void A_masker_is_made_once_for_a_version()
    {
        var made = maskers.Make(Mine, Stamp, ["Email"], new MaskingTuning(["ромашка"], [], []));

        Assert.Same(made, maskers.Find(Mine, Stamp, ["Email"]));
    }

    [Fact]
    public void Another_version_other_types_and_another_organization_do_not_get_it()
    {
        maskers.Make(Mine, Stamp, [], new MaskingTuning(["ромашка"], [], []));

        Assert.Null(maskers.Find(Mine, Guid.NewGuid(), []));
        Assert.Null(maskers.Find(Mine, Stamp, ["Email"]));
        Assert.Null(maskers.Find(Guid.NewGuid(), Stamp, []));
    }

    [Fact]
    public void Who_took_all_lines_away_shares_the_masker_of_everybody() =>
        Assert.Same(maskers.For([]), maskers.Make(Mine, Stamp, [], MaskingTuning.Empty));

    [Fact]
    public void A_pattern_that_is_not_accepted_any_more_stops_and_is_not_left_out() =>
        Assert.Throws<InvalidOperationException>(() => maskers.Make(Mine, Stamp, [], new MaskingTuning([], [], [new OwnPattern("broken", "(", "Other")])));
}
