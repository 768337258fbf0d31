using Earshot.Masking;
using Earshot.Platform;

namespace Earshot.Unit.Architecture;

/// <summary>Reads the compiled assemblies and holds the rules of the house; each rule has a violation that it must catch.</summary>
public sealed class HouseRulesTests
{
    private static readonly Lazy<(string User, string Used)[]> Uses = new(() => [.. NamespaceUses.Of(typeof(PlatformSettings).Assembly.GetTypes())]);

    [Theory]
    [InlineData("Earshot.Masking")]
    [InlineData("Earshot.Speech")]
    [InlineData("Earshot.Analysis")]
    [InlineData("Earshot.Platform")]
    public void A_library_refers_only_to_those_below_it(string assembly)
    {
        var references = System.Reflection.Assembly.Load(assembly).GetReferencedAssemblies().Select(name => name.Name ?? "");

        Assert.Empty(HouseRules.WrongReferences(assembly, references));
    }

    [Fact]
    public void Canary_a_wrong_reference_is_caught() =>
        Assert.Equal(["Earshot.Platform"], HouseRules.WrongReferences("Earshot.Analysis", ["System.Runtime", "Earshot.Masking", "Earshot.Platform"]));

    [Fact]
    public void Modules_use_only_those_before_them() => Assert.Empty(HouseRules.WrongDirections(Uses.Value));

    [Theory]
    [InlineData("Earshot.Platform.Kernel.Jobs.Job", "Earshot.Platform.Calls.Call")]
    [InlineData("Earshot.Platform.Accounts.Actor", "Earshot.Platform.Calls.Call")]
    [InlineData("Earshot.Platform.Calls.Call", "Earshot.Platform.Scoring.Card")]
    public void Canary_a_use_in_the_wrong_direction_is_caught(string user, string used) => Assert.NotEmpty(HouseRules.WrongDirections([(user, used)]));

    [Fact]
    public void Modules_use_only_the_surface_of_others() => Assert.Empty(HouseRules.PrivateUses(Uses.Value));

    [Fact]
    public void Canary_a_use_of_a_private_folder_is_caught() =>
        Assert.NotEmpty(HouseRules.PrivateUses([("Earshot.Platform.Calls.Call", "Earshot.Platform.Accounts.People.User")]));

    [Fact]
    public void Canary_uses_inside_method_bodies_are_seen() =>
        Assert.Contains(typeof(MaskedText).FullName, NamespaceUses.Of([typeof(Canary)]).Select(use => use.Used));

    [Theory]
    [InlineData("Earshot.Speech")]
    [InlineData("Earshot.Analysis")]
    [InlineData("Earshot.Masking")]
    [InlineData("Earshot.Platform")]
    [InlineData("earshot")]
    public void Only_the_egress_guard_opens_sockets(string assembly) =>
        Assert.Empty(HouseRules.DirectEgress(NamespaceUses.Of(System.Reflection.Assembly.Load(assembly).GetTypes())));

    [Fact]
    public void Canary_a_socket_elsewhere_is_caught() =>
        Assert.NotEmpty(HouseRules.DirectEgress([("Earshot.Platform.Calls.Call", "System.Net.Http.SocketsHttpHandler")]));

    [Fact]
    public void Only_the_masker_makes_masked_texts() =>
        Assert.Empty(HouseRules.PublicConstructors([typeof(MaskedText), typeof(MaskedTurn), typeof(MaskedConversation)]));

    [Fact]
    public void Canary_a_public_constructor_is_caught() => Assert.NotEmpty(HouseRules.PublicConstructors([typeof(Canary)]));

    [Fact]
    public void Masking_opens_its_insides_to_tests_and_benchmarks_only()
    {
        var friends = typeof(MaskedText).Assembly.GetCustomAttributes(typeof(System.Runtime.CompilerServices.InternalsVisibleToAttribute), false)
            .Cast<System.Runtime.CompilerServices.InternalsVisibleToAttribute>().Select(friend => friend.AssemblyName);

        Assert.Empty(friends.Except(["Earshot.Unit", "Earshot.Integration", "Earshot.EndToEnd", "Earshot.Bench"]));
    }

    private sealed class Canary
    {
        public static int Length(object text) => ((MaskedText)text).Value.Length;
    }
}
