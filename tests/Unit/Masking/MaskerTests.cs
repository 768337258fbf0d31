using Earshot.Masking;

namespace Earshot.Unit.Masking;

public sealed class MaskerTests
{
    private static readonly Masker Masker = new();

    [Fact]
    public void Equal_names_share_an_ordinal() =>
        Assert.Equal("[PERSON_1] и [PERSON_2], потом [PERSON_1]", Masker.Mask("иван и мария, потом Иван", "ru").Value.Value);

    [Fact]
    public void New_ordinals_follow_those_of_placeholders_in_the_text() =>
        Assert.Equal("[PERSON_4] [PERSON_5]", Masker.Mask("[PERSON_4] john", "en").Value.Value);
}
