using System.CommandLine;
using Earshot.Masking;

namespace Earshot.Web.CommandLine;

/// <summary><c>earshot mask</c>: removes personal data from text or JSON Lines on standard input. Needs no database.</summary>
internal static class MaskCommand
{
    private static readonly Option<bool> JsonLines = new("--jsonl") { Description = "One JSON object a line: a text, or a whole call." };
    private static readonly Option<string?> Language = new("--language", "--lang") { Description = "Language of plain text, for example ru; found out when absent." };
    private static readonly Option<string[]> Types = new("--types") { Description = "Types to mask; default: all but ORG and LOCATION.", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string[]> Allow = new("--allow") { Description = "A word or phrase that is never masked; may be repeated." };
    private static readonly Option<string[]> Deny = new("--deny") { Description = "A word or phrase that is always masked; may be repeated." };

    public static Command Create()
    {
        var command = new Command("mask", "Remove personal data from text for good. Nothing leaves this machine.") { JsonLines, Language, Types, Allow, Deny };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        if (OptionsOf(parsed) is not { } options)
        {
            await Terminal.Error.WriteLineAsync($"Types are: {string.Join(' ', PersonalDataTypeNames.All)}");
            return 2;
        }

        await using var input = Terminal.OpenInput();
        await using var output = Terminal.OpenOutput();
        var lines = new MaskLines(new Masker(options), parsed.GetValue(JsonLines), parsed.GetValue(Language));
        return await lines.RunAsync(input, output, ct) ? 0 : 1;
    }

    private static MaskingOptions? OptionsOf(ParseResult parsed)
    {
        var options = new MaskingOptions { Allow = parsed.GetValue(Allow) ?? [], Deny = parsed.GetValue(Deny) ?? [] };
        if (parsed.GetValue(Types) is not { Length: > 0 } names)
        {
            return options;
        }

        var types = new HashSet<PersonalDataType>();
        foreach (var name in names.SelectMany(list => list.Split(',')))
        {
            if (!PersonalDataTypeNames.TryParse(name.Trim().ToUpperInvariant(), out var type))
            {
                return null;
            }

            types.Add(type);
        }

        return options with { Types = types };
    }
}
