using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Earshot.Web.Components;

/// <summary>Headings, lists and paragraphs of our own documents. Everything is text: nothing in it can become markup.</summary>
public sealed partial class PlainMarkdown : ComponentBase
{
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        foreach (var block in Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var heading = block.Length - block.TrimStart('#').Length;
            builder.OpenElement(0, heading switch { 0 => "p", 1 => "h2", _ => "h3" });
            builder.AddAttribute(1, "class", "md");
            builder.AddContent(2, Joined().Replace(block.TrimStart('#', ' ').Replace("**", string.Empty, StringComparison.Ordinal), " "));
            builder.CloseElement();
        }
    }

    // A line that is broken only for its length: the next one begins no item
    [GeneratedRegex(@"\n(?![0-9]+\.|[-*] )", RegexOptions.None, 1000)]
    private static partial Regex Joined();
}
