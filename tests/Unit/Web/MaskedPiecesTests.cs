using Earshot.Masking;
using Earshot.Web.Components;

namespace Earshot.Unit.Web;

public sealed class MaskedPiecesTests
{
    [Fact]
    public void Placeholder_becomes_a_piece_with_type_and_ordinal()
    {
        var pieces = MaskedPieces.Of("Call [PHONE_2] now", []).ToArray();

        Assert.Equal(["Call ", "[PHONE_2]", " now"], pieces.Select(piece => piece.Text));
        Assert.Equal((PersonalDataType.Phone, 2), (pieces[1].Type.GetValueOrDefault(), pieces[1].Ordinal));
    }

    [Fact]
    public void Unknown_placeholder_stays_text() => Assert.All(MaskedPieces.Of("see [NOTE_1]", []), piece => Assert.Null(piece.Type));

    [Fact]
    public void Quote_is_marked_and_its_first_piece_carries_the_anchor()
    {
        var pieces = MaskedPieces.Of("I want my money back", [new QuotePlace("q0-2", 2, 13)]).ToArray();

        Assert.Equal(["I ", "want my money", " back"], pieces.Select(piece => piece.Text));
        Assert.Equal([null, "q0-2", null], pieces.Select(piece => piece.Quote));
    }

    [Fact]
    public void Quote_that_begins_inside_a_placeholder_takes_all_of_it()
    {
        var pieces = MaskedPieces.Of("to [PERSON_1] please", [new QuotePlace("q", 6, 14)]).ToArray();

        Assert.Equal("q", pieces.Single(piece => piece.Text == "[PERSON_1]").Quote);
    }

    [Fact]
    public void Pieces_joined_are_the_text()
    {
        const string text = "[PERSON_1] lives at [ADDRESS_1], card [CARD_1].";

        Assert.Equal(text, string.Concat(MaskedPieces.Of(text, [new QuotePlace("a", 5, 9), new QuotePlace("b", 12, 500)]).Select(piece => piece.Text)));
    }
}
