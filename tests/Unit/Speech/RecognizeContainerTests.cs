using System.Text;
using Earshot.Speech.Decoding;

namespace Earshot.Unit.Speech;

public sealed class RecognizeContainerTests
{
    [Theory]
    [InlineData("RIFF\u0024\u0000\u0000\u0000WAVE", "Known")]
    [InlineData("OggS\u0000\u0002", "Ogg")]
    [InlineData("fLaC\u0000", "Known")]
    [InlineData("ID3\u0003\u0000", "Known")]
    [InlineData("\u00ff\u00fb\u0090\u0064", "Known")]
    [InlineData("#!AMR\n", "Known")]
    [InlineData("\u0000\u0000\u0000\u001cftypM4A ", "Indexed")]
    [InlineData("\u0000\u0000\u0000\u0008wide", "Indexed")]
    [InlineData("\u001aE\u00df\u00a3", "Known")]
    [InlineData("Hello, world", "Unknown")]
    [InlineData("%PDF-1.7", "Unknown")]
    [InlineData("PK\u0003\u0004", "Unknown")]
    [InlineData("#EXTM3U\n", "Unknown")]
    [InlineData("", "Unknown")]
    public void First_bytes_tell_the_container(string head, string expected) =>
        Assert.Equal(expected, $"{RecognizeContainer.Of(Encoding.Latin1.GetBytes(head))}");
}
