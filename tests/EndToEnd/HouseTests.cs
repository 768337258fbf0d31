namespace Earshot.EndToEnd;

public sealed class HouseTests
{
    [Fact]
    public void House_stands() => Assert.Equal("EndToEnd", typeof(HouseTests).Namespace?["Earshot.".Length..]);
}
