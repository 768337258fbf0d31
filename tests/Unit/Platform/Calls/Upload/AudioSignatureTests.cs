using System.Text;
using Earshot.Platform.Calls.Upload;

namespace Earshot.Unit.Platform.Calls.Upload;

public sealed class AudioSignatureTests
{
    [Theory]
    [InlineData("52494646 24080000 57415645")] // RIFF … WAVE
    [InlineData("4F676753 00020000 00000000")] // Ogg
    [InlineData("664C6143 00000022 10001000")] // FLAC
    [InlineData("00000020 66747970 4D344120")] // ISO base media, M4A
    [InlineData("2321414D 520A3C91 17160000")] // AMR
    [InlineData("1A45DFA3 9F428681 01428601")] // Matroska, webm
    [InlineData("49443304 00000000 00235453")] // ID3
    [InlineData("FFFB9064 00000000 00000000")] // MPEG 1 layer III
    [InlineData("FFF15080 00000000 00000000")] // ADTS
    public void A_beginning_that_may_hold_sound_passes(string hex) => Assert.True(AudioSignature.MayHoldSound(Bytes(hex)));

    [Theory]
    [InlineData("25504446 2D312E37 0A25E2E3")] // PDF
    [InlineData("504B0304 14000600 08000000")] // ZIP, office documents
    [InlineData("89504E47 0D0A1A0A 0000000D")] // PNG
    [InlineData("52494646 24080000 41564920")] // RIFF, but video
    [InlineData("FFFFFFFF FFFFFFFF FFFFFFFF")]
    public void Documents_and_pictures_do_not_pass(string hex) => Assert.False(AudioSignature.MayHoldSound(Bytes(hex)));

    [Theory]
    [InlineData("")]
    [InlineData("RIFF")]
    [InlineData("good morning, this is a text")]
    public void Short_files_and_texts_do_not_pass(string text) => Assert.False(AudioSignature.MayHoldSound(Encoding.UTF8.GetBytes(text)));

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
}
