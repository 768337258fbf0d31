using Earshot.Platform.Accounts;

namespace Earshot.Unit.Accounts;

public sealed class CallScopeTests
{
    private static readonly Guid Mine = new("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Other = new("00000000-0000-0000-0000-000000000002");

    private sealed record Row(Guid? Agent, Guid? Department);

    public static TheoryData<CallScope, Guid?, Guid?, bool> Cases() => new()
    {
        { CallScope.All, null, null, true },
        { CallScope.All, Other, Other, true },
        { CallScope.None, Mine, Mine, false },
        { new CallScope(null, [Mine]), Mine, Other, true },
        { new CallScope(null, [Mine]), Other, Mine, false },
        { new CallScope(null, [Mine]), null, null, false },
        { new CallScope([Mine], null), Other, Mine, true },
        { new CallScope([Mine], null), Mine, Other, false },
        { new CallScope([Mine], null), Mine, null, false },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_filter_of_queries_and_the_check_of_one_call_agree(CallScope scope, Guid? agent, Guid? department, bool seen)
    {
        var filter = scope.Filter<Row>(row => row.Agent, row => row.Department).Compile();

        Assert.Equal(seen, filter(new Row(agent, department)));
        Assert.Equal(seen, scope.Includes(agent, department));
    }
}
