using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Earshot.Integration.Accounts;
using Earshot.Integration.Harness;

namespace Earshot.Integration.Calls.Upload;

public sealed class UploadInPartsTests
{
    private const string Transcript = "Agent: good morning\nCustomer: hello, I would like to move my appointment\n";

    [Fact]
    public async Task A_file_in_parts_becomes_a_call()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await OwnerAsync(product);
        var content = Encoding.UTF8.GetBytes(Transcript);
        var id = await StartAsync(owner, content.Length);

        await AppendAsync(owner, id, 0, content[..20]);
        await AppendAsync(owner, id, 20, content[20..]);

        Assert.Equal("accepted", (await CompleteAsync(owner, id)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task After_a_lost_connection_the_offset_tells_where_to_go_on()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await OwnerAsync(product);
        var id = await StartAsync(owner, 100);
        await AppendAsync(owner, id, 0, new byte[30]);

        using var head = await owner.SendAsync(HttpMethod.Head, $"/uploads/{id}", null);

        Assert.Equal("30", head.Headers.GetValues("Upload-Offset").Single());
    }

    [Fact]
    public async Task What_a_crash_left_of_a_part_counts_as_far_as_it_is_whole()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await OwnerAsync(product);
        var content = Encoding.UTF8.GetBytes(Transcript);
        var id = await StartAsync(owner, content.Length);
        await AppendAsync(owner, id, 0, content[..30]);
        await PostCallTests.CountAsync(product, "with behind as (update calls.uploads set received = 0 returning 1) select count(*) from behind");
        await File.AppendAllBytesAsync(Directory.GetFiles(product.Settings.SpoolFolder).Single(), [0, 0, 0, 20, 0, 1, 2, 3]);

        using var head = await owner.SendAsync(HttpMethod.Head, $"/uploads/{id}", null);
        await AppendAsync(owner, id, 30, content[30..]);

        Assert.Equal("30", head.Headers.GetValues("Upload-Offset").Single());
        Assert.Equal("accepted", (await CompleteAsync(owner, id)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_part_at_the_wrong_place_is_refused_and_changes_nothing()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await OwnerAsync(product);
        var id = await StartAsync(owner, 100);
        await AppendAsync(owner, id, 0, new byte[30]);

        using var wrong = await PatchAsync(owner, id, 10, new byte[30]);
        using var head = await owner.SendAsync(HttpMethod.Head, $"/uploads/{id}", null);

        Assert.Equal(HttpStatusCode.Conflict, wrong.StatusCode);
        Assert.Equal("30", head.Headers.GetValues("Upload-Offset").Single());
    }

    [Fact]
    public async Task Completing_twice_gives_the_same_answer_and_one_call()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await OwnerAsync(product);
        var content = Encoding.UTF8.GetBytes(Transcript);
        var id = await StartAsync(owner, content.Length);
        await AppendAsync(owner, id, 0, content);

        var first = await CompleteAsync(owner, id);
        var second = await CompleteAsync(owner, id);

        Assert.Equal(first.GetProperty("calls")[0].GetString(), second.GetProperty("calls")[0].GetString());
        Assert.Equal(1L, await PostCallTests.CountAsync(product, "select count(*) from calls.calls"));
    }

    [Fact]
    public async Task The_same_file_again_is_known()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await OwnerAsync(product);
        await UploadAsync(owner, Transcript);

        var again = await UploadAsync(owner, Transcript);

        Assert.Equal("duplicate", again.GetProperty("state").GetString());
    }

    [Fact]
    public async Task An_incomplete_file_can_not_be_completed()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await OwnerAsync(product);
        var id = await StartAsync(owner, 100);

        using var answer = await owner.PostAsync($"/uploads/{id}/complete");

        Assert.Equal("upload_incomplete", await People.CodeAsync(answer));
    }

    [Fact]
    public async Task More_than_was_announced_is_refused()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await OwnerAsync(product);
        var id = await StartAsync(owner, 10);

        using var answer = await PatchAsync(owner, id, 0, new byte[11]);

        Assert.Equal("bad_metadata", await People.CodeAsync(answer));
    }

    [Theory]
    [InlineData(0, "empty_file")]
    [InlineData(-1, "bad_metadata")]
    [InlineData(long.MaxValue, "too_large")]
    public async Task A_size_that_can_not_be_is_refused_at_the_start(long size, string code)
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await OwnerAsync(product);

        using var answer = await owner.PostAsync("/uploads/", new { fileName = "a.wav", size });

        Assert.Equal(code, await People.CodeAsync(answer));
    }

    [Fact]
    public async Task Another_organization_sees_no_upload()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await OwnerAsync(product);
        var id = await StartAsync(owner, 100);
        using var other = await People.OtherOwnerAsync(product);

        using var head = await other.SendAsync(HttpMethod.Head, $"/uploads/{id}", null);

        Assert.Equal(HttpStatusCode.NotFound, head.StatusCode);
    }

    [Fact]
    public async Task An_upload_given_up_leaves_nothing_in_the_spool()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await OwnerAsync(product);
        var id = await StartAsync(owner, 100);
        await AppendAsync(owner, id, 0, new byte[50]);

        using var deleted = await owner.DeleteAsync($"/uploads/{id}");

        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Empty(Directory.GetFiles(product.Settings.SpoolFolder));
    }

    private static async Task<Browser> OwnerAsync(TestProduct product)
    {
        var owner = await People.OwnerAsync(product);
        await Sender.AgreeAsync(owner);
        return owner;
    }

    private static async Task<JsonElement> UploadAsync(Browser owner, string text)
    {
        var content = Encoding.UTF8.GetBytes(text);
        var id = await StartAsync(owner, content.Length);
        await AppendAsync(owner, id, 0, content);
        return await CompleteAsync(owner, id);
    }

    private static async Task<string> StartAsync(Browser owner, long size)
    {
        using var started = await owner.PostAsync("/uploads/", new { fileName = "call.txt", size, metadata = new { recording_ground = "consent", language = "en" } });
        Assert.Equal(HttpStatusCode.Created, started.StatusCode);
        return (await started.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString() ?? "";
    }

    private static async Task AppendAsync(Browser owner, string id, long offset, byte[] part)
    {
        using var answer = await PatchAsync(owner, id, offset, part);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal((offset + part.Length).ToString(), answer.Headers.GetValues("Upload-Offset").Single());
    }

    private static Task<HttpResponseMessage> PatchAsync(Browser owner, string id, long offset, byte[] part)
    {
        var content = new ByteArrayContent(part);
        content.Headers.TryAddWithoutValidation("Upload-Offset", offset.ToString());
        return owner.SendAsync(HttpMethod.Patch, $"/uploads/{id}", content);
    }

    private static async Task<JsonElement> CompleteAsync(Browser owner, string id)
    {
        using var answer = await owner.PostAsync($"/uploads/{id}/complete");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
