using Earshot.Platform.Privacy.Controls;
using Earshot.Platform.Privacy.Documents;
using Earshot.Platform.Privacy.SubjectRequests;

namespace Earshot.Unit.Platform.Privacy;

/// <summary>A request goes to the controller of the data.</summary>
public sealed class RouteRequestTests
{
    private const string Operator = "00000000-0000-0000-0000-000000000000";
    private const string Company = "00000000-0000-7000-8000-000000000001";

    [Theory]
    [InlineData("controller", null, Operator)]
    [InlineData("controller", Company, Operator)]
    [InlineData("controller", Operator, Operator)]
    [InlineData("processor", Company, Company)]
    [InlineData("processor", Operator, null)]
    [InlineData("processor", null, null)]
    [InlineData("joint", Company, null)]
    [InlineData("", Company, null)]
    [InlineData(null, Company, null)]
    public void Role_decides_whose_desk_answers(string? role, string? organization, string? desk) =>
        Assert.Equal(desk is null ? null : Guid.Parse(desk), RouteRequest.Run(role, organization is null ? null : Guid.Parse(organization)));

    [Theory]
    [InlineData("account", Operator, true)]
    [InlineData("inquiry", Operator, true)]
    [InlineData("newsletter", Operator, true)]
    [InlineData("conversation", Operator, false)]
    [InlineData("account", Company, false)]
    [InlineData("inquiry", Company, false)]
    [InlineData("newsletter", Company, false)]
    [InlineData("conversation", Company, true)]
    [InlineData("weather", Company, false)]
    [InlineData("", Operator, false)]
    public void Topic_is_taken_at_the_desk_of_its_controller_alone(string about, string desk, bool isTaken) =>
        Assert.Equal(isTaken, RouteRequest.IsAtItsDesk(about, Guid.Parse(desk)));

    [Fact]
    public void Every_topic_has_one_role_in_the_data_map() => Assert.All(RequestTopics.All, topic => Assert.NotNull(topic.RoleIn(DataMap.Current)));

    [Trait("Canary", "requests-by-role")]
    [Fact]
    public void Request_that_would_go_astray_turns_the_control_red()
    {
        Assert.True(RequestControls.ByRole(DataMap.Current, RouteRequest.Run, 0, 1).Holds);
        Assert.False(RequestControls.ByRole(DataMap.Current, RouteRequest.Run, 1, 1).Holds);
        Assert.False(RequestControls.ByRole(DataMap.Current, (_, organization) => organization, 0, 1).Holds);
        Assert.False(RequestControls.ByRole(DataMap.Current, (_, _) => RouteRequest.OperatorsDesk, 0, 1).Holds);
    }

    [Theory]
    [InlineData("account", "received")]
    [InlineData("conversation", "needs_information")]
    public void Account_is_a_tie_to_the_operator_by_itself(string about, string state) =>
        Assert.Equal(state, ReceiveRequest.FirstState(new NewRequest("access", "form", new RequestPerson(null, null, "vera@sample.example", null), null, null, about)));
}
