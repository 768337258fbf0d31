namespace Earshot.Unit;

public sealed class HouseTests
{
    [Fact]
    public void House_stands() => Assert.Equal("Unit", typeof(HouseTests).Namespace?["Earshot.".Length..]);
}
