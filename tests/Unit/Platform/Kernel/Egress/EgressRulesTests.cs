using System.Net;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Egress;

namespace Earshot.Unit.Platform.Kernel.Egress;

public sealed class EgressRulesTests
{
    private static readonly Guid Organization = Guid.Parse("00000000-0000-7000-8000-000000000001");

    private static readonly Destination Speech = new()
    {
        Name = "speech",
        Hosts = ["speech.example.ru", "*.cdn.example.ru"],
        Purpose = "transcription",
        Region = "ru",
        Data = ["audio"],
    };

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2a02:6b8::1", true)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.8.9.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("169.254.169.254", false)] // where clouds tell their secrets
    [InlineData("172.16.0.1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("ff02::1", false)]
    public void Addresses_that_are_not_of_the_internet_are_told_apart(string address, bool isPublic) =>
        Assert.Equal(isPublic, PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("https://speech.example.ru/a", true)]
    [InlineData("https://SPEECH.example.ru/a", true)]
    [InlineData("https://a.cdn.example.ru/", true)]
    [InlineData("https://a.b.cdn.example.ru/", true)]
    [InlineData("https://cdn.example.ru/", false)]
    [InlineData("https://evilcdn.example.ru/", false)]
    [InlineData("https://speech.example.ru.evil.com/", false)]
    [InlineData("https://speech.example.ru:8443/", false)]
    [InlineData("https://user@evil.com/speech.example.ru", false)]
    public void A_destination_covers_its_own_hosts_and_port(string address, bool covers) => Assert.Equal(covers, Speech.Covers(new Uri(address)));

    [Fact]
    public async Task A_destination_of_the_own_region_is_passed() => Assert.Null(await JudgeAsync(Speech));

    [Fact]
    public async Task Another_region_is_refused() => Assert.Equal(EgressFailures.OtherRegion, await JudgeAsync(Speech with { Region = "us" }));

    [Fact]
    public async Task Another_region_is_passed_on_a_permission() => Assert.Null(await JudgeAsync(Speech with { Region = "us" }, new Permits { Transfer = new(Guid.Empty, null) }));

    [Fact]
    public async Task A_permission_that_has_run_out_is_none() =>
        Assert.Equal(EgressFailures.OtherRegion, await JudgeAsync(Speech with { Region = "us" }, new Permits { Transfer = new(Guid.Empty, DateTimeOffset.UnixEpoch) }));

    [Fact]
    public async Task No_personal_data_needs_no_permission() => Assert.Null(await JudgeAsync(Speech with { Region = "us", Data = [] }));

    [Fact]
    public async Task A_remote_service_that_calls_itself_local_is_refused() =>
        Assert.Equal(EgressFailures.OtherRegion, await JudgeAsync(Speech with { Region = Destination.Local }));

    [Fact]
    public async Task Plain_http_is_refused() => Assert.Equal(EgressFailures.Insecure, await JudgeAsync(Speech with { Port = 80 }, address: "http://speech.example.ru/"));

    [Fact]
    public async Task A_destination_that_is_switched_off_is_refused() => Assert.Equal(EgressFailures.SwitchedOff, await JudgeAsync(Speech with { IsEnabled = false }));

    [Fact]
    public async Task A_destination_without_a_valid_agreement_is_refused() => Assert.Equal(EgressFailures.SwitchedOff, await JudgeAsync(Speech, new Permits { IsOff = true }));

    [Fact]
    public async Task What_one_organization_connected_does_not_exist_for_another() =>
        Assert.Equal(EgressFailures.Unregistered, await JudgeAsync(Speech with { Organization = Guid.Parse("00000000-0000-7000-8000-000000000002") }));

    [Fact]
    public async Task An_organization_can_not_declare_a_private_address()
    {
        var register = new EgressRegister([], [new Rows(Speech with { Organization = Organization, IsLocal = true })]);

        Assert.False((await register.FindAsync("speech", Organization, default))?.IsLocal);
    }

    [Fact]
    public async Task A_row_can_not_take_the_name_of_a_declared_destination()
    {
        var register = new EgressRegister([Speech], [new Rows(Speech with { Hosts = ["evil.com"] })]);

        Assert.Equal(Speech, await register.FindAsync("speech", Organization, default));
    }

    private static async Task<Failure?> JudgeAsync(Destination destination, Permits? permits = null, string address = "https://speech.example.ru/")
    {
        var gate = new EgressGate(new EgressRegister([], [new Rows(destination)]), permits ?? new Permits(), "ru", TimeProvider.System);
        return (await gate.JudgeAsync("speech", Organization, new Uri(address), default)).Failure;
    }

    private sealed class Rows(params Destination[] destinations) : IDestinationSource
    {
        public Task<IReadOnlyList<Destination>> ListAsync(Guid? organization, CancellationToken ct) => Task.FromResult<IReadOnlyList<Destination>>(destinations);
    }

    private sealed class Permits : IEgressPermits
    {
        public TransferPermission? Transfer { get; init; }

        public bool IsOff { get; init; }

        public Task<TransferPermission?> FindTransferAsync(Guid organization, Destination destination, CancellationToken ct) => Task.FromResult(Transfer);

        public Task<bool> IsSwitchedOffAsync(Guid organization, Destination destination, CancellationToken ct) => Task.FromResult(IsOff);
    }
}
