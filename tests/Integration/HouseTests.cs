namespace Earshot.Integration;

public sealed class HouseTests
{
    [Fact]
    public void House_stands() => Assert.Equal("Integration", typeof(HouseTests).Namespace?["Earshot.".Length..]);
}
