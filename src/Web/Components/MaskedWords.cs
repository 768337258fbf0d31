using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Earshot.Web.Components;

/// <summary>Masked text with placeholders as chips and quotes marked. Written by hand: not one space more than the text has.</summary>
public sealed class MaskedWords : ComponentBase
{
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    [Parameter]
    public IReadOnlyList<QuotePlace>? Quotes { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        foreach (var piece in MaskedPieces.Of(Text, Quotes ?? []))
        {
            if (piece.IsQuoted)
            {
                builder.OpenElement(0, "mark");
                builder.AddAttribute(1, "id", piece.Quote);
                AddPiece(builder, piece);
                builder.CloseElement();
            }
            else
            {
                AddPiece(builder, piece);
            }
        }
    }

    private static void AddPiece(RenderTreeBuilder builder, MaskedPiece piece)
    {
        if (piece.Type is { } type)
        {
            builder.OpenComponent<PersonalDataChip>(2);
            builder.AddComponentParameter(3, nameof(PersonalDataChip.Type), type);
            builder.AddComponentParameter(4, nameof(PersonalDataChip.Ordinal), piece.Ordinal);
            builder.CloseComponent();
        }
        else
        {
            builder.AddContent(5, piece.Text);
        }
    }
}
