using System.Net;
using System.Text;
using System.Text.Json;
using Earshot.Integration.Harness;
using Npgsql;

namespace Earshot.Integration.Calls.Upload;

public sealed class PostCallTests
{
    private const string Turns = """ "turns":[{"speaker":"agent","text":"good morning"},{"speaker":"customer","text":"hello"}] """;

    [Fact]
    public async Task A_ready_transcript_is_taken_with_202()
    {
        await using var product = await TestProduct.StartAsync();
        using var sender = await Sender.OfAsync(product);

        var (status, body) = await sender.PostAsync(Json($$"""{"external_id":"a1","language":"en","recording_ground":"consent",{{Turns}}}"""));

        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.False(body.GetProperty("duplicate").GetBoolean());
    }

    [Fact]
    public async Task A_call_that_was_sent_is_read_back_masked_and_judged()
    {
        await using var product = await TestProduct.StartAsync();
        using var sender = await Sender.OfAsync(product);
        var (_, posted) = await sender.PostAsync(Json("""{"language":"en","recording_ground":"consent","turns":[{"speaker":"agent","text":"good morning my name is grace hopper"},{"speaker":"customer","text":"call me on +44 7700 900123 please"}]}"""));

        var call = await sender.WaitAsync(posted.GetProperty("url").GetString() ?? "");

        Assert.Equal("done", call.GetProperty("state").GetString());
        Assert.DoesNotContain("900123", call.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Object, call.GetProperty("analysis").ValueKind);
    }

    [Fact]
    public async Task The_same_external_id_is_the_same_call()
    {
        await using var product = await TestProduct.StartAsync();
        using var sender = await Sender.OfAsync(product);
        var call = $$"""{"external_id":"a1","recording_ground":"consent",{{Turns}}}""";

        var (_, first) = await sender.PostAsync(Json(call));
        var (status, second) = await sender.PostAsync(Json(call));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(first.GetProperty("id").GetString(), second.GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_request_repeated_with_its_key_makes_one_call()
    {
        await using var product = await TestProduct.StartAsync();
        using var sender = await Sender.OfAsync(product);
        var call = $$"""{"recording_ground":"consent",{{Turns}}}""";

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => sender.PostAsync(Json(call), "key-1")));

        Assert.Single(answers.Select(answer => answer.Body.GetProperty("id").GetString()).Distinct());
        Assert.Equal(1L, await CountAsync(product, "select count(*) from calls.calls"));
    }

    [Fact]
    public async Task A_key_with_other_content_is_refused()
    {
        await using var product = await TestProduct.StartAsync();
        using var sender = await Sender.OfAsync(product);
        await sender.PostAsync(Json($$"""{"recording_ground":"consent",{{Turns}}}"""), "key-1");

        var (status, body) = await sender.PostAsync(Json($$"""{"recording_ground":"consent","line":"2",{{Turns}}}"""), "key-1");

        Assert.Equal((HttpStatusCode.Conflict, "idempotency_key_reused"), (status, body.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Nothing_is_taken_before_the_agreement_is_accepted()
    {
        await using var product = await TestProduct.StartAsync();
        using var sender = await Sender.OfAsync(product, agreed: false);

        var (status, body) = await sender.PostAsync(Json($$"""{"recording_ground":"consent",{{Turns}}}"""));

        Assert.Equal((HttpStatusCode.Conflict, "dpa_required"), (status, body.GetProperty("code").GetString()));
        Assert.Equal(0L, await CountAsync(product, "select count(*) from calls.calls"));
    }

    [Theory]
    [InlineData("""{"recording_ground":"consent","consent":false,"turns":[{"speaker":"agent","text":"x"}]}""", "no_consent")]
    [InlineData("""{"turns":[{"speaker":"agent","text":"x"}]}""", "recording_ground_required")]
    [InlineData("""{"recording_ground":"consent","language":"xx","turns":[{"speaker":"agent","text":"x"}]}""", "bad_metadata")]
    [InlineData("""{"recording_ground":"consent","language":"de","turns":[{"speaker":"agent","text":"x"}]}""", "unknown_language")]
    [InlineData("""{"recording_ground":"consent","direction":"up","turns":[{"speaker":"agent","text":"x"}]}""", "bad_metadata")]
    [InlineData("""{"recording_ground":"consent","turns":[]}""", "no_turns")]
    [InlineData("""{"recording_ground":"consent"}""", "bad_transcript")]
    [InlineData("not json", "bad_transcript")]
    public async Task A_call_that_can_not_be_used_is_refused_by_name_and_stands_in_the_history(string call, string code)
    {
        await using var product = await TestProduct.StartAsync();
        using var sender = await Sender.OfAsync(product);

        var (status, body) = await sender.PostAsync(Json(call));

        Assert.Equal((HttpStatusCode.BadRequest, code), (status, body.GetProperty("code").GetString()));
        Assert.Equal(1L, await CountAsync(product, $"select count(*) from calls.uploads where state = 'refused' and reason = '{code}'"));
        Assert.Equal(0L, await CountAsync(product, "select count(*) from calls.calls"));
    }

    [Fact]
    public async Task A_recording_is_taken_as_a_form_and_lies_encrypted_in_the_spool()
    {
        await using var product = await TestProduct.StartAsync();
        using var sender = await Sender.OfAsync(product);

        var (status, _) = await sender.PostAsync(Form(Wave(), "call.wav"));

        Assert.Equal(HttpStatusCode.Accepted, status);
        var clear = Directory.GetFiles(product.Settings.SpoolFolder).Count(file => Encoding.Latin1.GetString(File.ReadAllBytes(file)).Contains("WAVE", StringComparison.Ordinal));
        Assert.Equal(0, clear);
    }

    [Fact]
    public async Task A_text_named_as_a_recording_is_refused_and_leaves_nothing_in_the_spool()
    {
        await using var product = await TestProduct.StartAsync();
        using var sender = await Sender.OfAsync(product);

        var (status, body) = await sender.PostAsync(Form(Encoding.UTF8.GetBytes("this is no sound"), "call.mp3"));

        Assert.Equal((HttpStatusCode.BadRequest, "not_audio"), (status, body.GetProperty("code").GetString()));
        Assert.Empty(Directory.GetFiles(product.Settings.SpoolFolder));
    }

    [Fact]
    public async Task A_file_of_json_lines_becomes_many_calls()
    {
        await using var product = await TestProduct.StartAsync();
        using var sender = await Sender.OfAsync(product);
        var lines = string.Join('\n', Enumerable.Range(0, 5).Select(i => $$"""{"id":"c{{i}}",{{Turns}}}"""));

        await sender.PostAsync(Form(Encoding.UTF8.GetBytes(lines), "archive.jsonl"));

        Assert.Equal(5L, await CountAsync(product, "select count(*) from calls.calls"));
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static MultipartFormDataContent Form(byte[] file, string name) => new()
    {
        { new StringContent("""{"recording_ground":"consent","language":"en"}""", Encoding.UTF8, "application/json"), "metadata" },
        { new ByteArrayContent(file), "file", name },
    };

    // A tenth of a second of silence, 8 kHz, 16 bit, mono.
    private static byte[] Wave()
    {
        var wave = new byte[44 + 1600];
        Convert.FromHexString("524946466806000057415645666D74201000000001000100401F0000803E0000020010006461746140060000").CopyTo(wave, 0);
        return wave;
    }

    internal static async Task<object?> CountAsync(TestProduct product, string sql)
    {
        await using var connection = new NpgsqlConnection(product.Settings.Database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
