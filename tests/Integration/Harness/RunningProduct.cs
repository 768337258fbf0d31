namespace Earshot.Integration.Harness;

/// <summary>One running product for the tests of a class: each test has an organization of its own.</summary>
public sealed class RunningProduct : IAsyncLifetime
{
    internal TestDatabase Database { get; private set; } = null!; // made before the first test

    public async Task InitializeAsync() => Database = await TestDatabase.RunningAsync();

    public async Task DisposeAsync() => await Database.DisposeAsync();
}
