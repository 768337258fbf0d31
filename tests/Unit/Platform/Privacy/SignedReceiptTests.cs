using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Earshot.Platform.Privacy;
using Earshot.Platform.Privacy.Receipts;

namespace Earshot.Unit.Platform.Privacy;

public sealed class SignedReceiptTests
{
    private const string Body = """{"bytes":120,"engine":"юнит \"1\"","id":"a","kind":"audio","recognised_at":null}""";

    [Fact]
    public void Receipt_as_it_was_signed_is_genuine()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Assert.Null(SignedReceipt.Verify(File(key), null).Problem);
    }

    [Fact]
    public void Any_changed_byte_is_seen()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var file = File(key);

        var unseen = Enumerable.Range(0, file.Length).Where(at => SignedReceipt.Verify(Changed(file, at), null).IsGenuine);

        Assert.Empty(unseen);
    }

    [Fact]
    public void Receipt_of_another_installation_is_not_taken_for_ours()
    {
        using var ours = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var theirs = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Assert.Equal("other_key", SignedReceipt.Verify(File(theirs), ours.ExportSubjectPublicKeyInfo()).Problem);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("""{"algorithm":"ES256","key":"","public_key":"","receipt":{},"signature":""}""")]
    public void What_is_no_receipt_is_refused(string text) => Assert.False(SignedReceipt.Verify(Encoding.UTF8.GetBytes(text), null).IsGenuine);

    [Theory]
    [InlineData("""{ "b" : 1, "a" : [ true, null, "x" ] }""", """{"a":[true,null,"x"],"b":1}""")]
    [InlineData("""{"é":"\u00e9","\n":"\u0001/"}""", "{\"\\n\":\"\\u0001/\",\"é\":\"é\"}")]
    [InlineData("""{"n":-5}""", """{"n":-5}""")]
    public void Same_statement_is_always_the_same_bytes(string written, string expected) => Assert.Equal(expected, CanonicalJson.Write(JsonNode.Parse(written)));

    [Fact]
    public void Number_that_has_two_spellings_is_refused() => Assert.Throws<FormatException>(() => CanonicalJson.Write(JsonNode.Parse("""{"n":1.50}""")));

    private static byte[] File(ECDsa key) => Encoding.UTF8.GetBytes(
        new SignedReceipt(Body, key.ExportSubjectPublicKeyInfo(), key.SignData(Encoding.UTF8.GetBytes(Body), HashAlgorithmName.SHA256)).Write());

    private static byte[] Changed(byte[] file, int at)
    {
        var copy = file.ToArray();
        copy[at] ^= 1;
        return copy;
    }
}
