using System.Globalization;

namespace Earshot.Platform.Privacy.Controls;

/// <summary>Recordings do not stay.</summary>
internal static class AudioControls
{
    public static readonly IReadOnlyList<Control> List =
    [
        Control.None(
            "audio-gone", "A09 C07", "A call that is over has no recording and no key to one.", "У завершённого звонка нет ни записи, ни ключа к ней.",
            "calls that are over",
            "select count(*) from calls.calls where state in ('done', 'stopped') and audio_key is not null",
            "select count(*) from calls.calls where state in ('done', 'stopped')"),
        Control.Live("spool-owned", "A09", "Every file in the spool belongs to a call or upload in work.", "Каждый файл во временной папке принадлежит звонку или загрузке в работе.", SpoolIsOwnedAsync),
        Control.None(
            "deletion-receipts", "A09", "Every recording that is gone has its receipt.", "У каждой уничтоженной записи есть квитанция.",
            "recordings of calls that are over",
            "select count(*) from calls.calls c where c.state in ('done', 'stopped') and c.audio_bytes is not null and not exists (select from calls.receipts r where r.organization_id = c.organization_id and r.call_id = c.id and r.kind = 'audio')",
            "select count(*) from calls.calls where state in ('done', 'stopped') and audio_bytes is not null"),
        Control.Live("audio-at-once", "A09", "Between the last word and the end of the recording lies less than a minute, in 99 of 100 cases.", "Между расшифровкой и уничтожением записи – меньше минуты в 99 случаях из 100.", GapIsShortAsync),
        Control.Live(
            "self-test-call", "A09 A11 A58 C07", "Every six hours an invented recording and conversation go the whole way and are traced to their receipts.",
            "Каждые шесть часов вымышленные запись и разговор проходят весь путь и прослеживаются до квитанций.", SelfTestAsync),
        Control.None(
            "audio-outside-database", "A09 C07", "No recording is in the database: no large objects, and no column that is labelled as audio.", "В базе нет записей: ни больших объектов, ни полей со звуком.",
            "large objects and columns",
            "select (select count(*) from pg_largeobject_metadata) + (select count(*) from information_schema.columns where table_schema !~ '^(pg_|information_schema$)' and column_name ~ '^(audio|recording|voice|sound)(_data|_content|_body)?$' and data_type = 'bytea')",
            "select count(*) from information_schema.columns where table_schema !~ '^(pg_|information_schema$)' and data_type = 'bytea'"),
        Control.None(
            "no-voice-print", "A10 D08", "No table has room for a voice print.", "Ни в одной таблице нет места для голосового отпечатка.",
            "columns",
            "select count(*) from information_schema.columns where table_schema !~ '^(pg_|information_schema$)' and (udt_name in ('vector', '_float4', '_float8') or column_name ~ '(embedding|voice_?print|speaker_vector)')",
            "select count(*) from information_schema.columns where table_schema !~ '^(pg_|information_schema$)'"),
        Control.None(
            "audio-optional", "B10", "A call is taken with a recording and without one.", "Звонок принимается и с записью, и без неё.",
            "columns of the recording",
            "select count(*) from information_schema.columns where table_schema = 'calls' and table_name = 'calls' and column_name in ('audio_key', 'audio_file', 'audio_bytes', 'audio_channels') and is_nullable = 'NO'",
            "select count(*) from information_schema.columns where table_schema = 'calls' and table_name = 'calls' and column_name in ('audio_key', 'audio_file', 'audio_bytes', 'audio_channels')"),
    ];

    // Two tests may fail to begin, behind a full queue or a machine that was down, before it is news.
    private static async Task<Finding> SelfTestAsync(Installation site, CancellationToken ct)
    {
        var latest = await site.ListAsync(
            "select is_good, evidence, finished_at > @now - interval '13 hours' from calls.self_tests where finished_at is not null order by started_at desc limit 1",
            row => (IsGood: row.GetBoolean(0), Evidence: row.GetString(1), IsRecent: row.GetBoolean(2)), ct);
        return latest is [var test] ? new Finding(test.IsGood && test.IsRecent, test.IsRecent ? test.Evidence : "the last self-test is older than thirteen hours") : new Finding(null, "the first self-test has not come to its end yet");
    }

    private static async Task<Finding> SpoolIsOwnedAsync(Installation site, CancellationToken ct)
    {
        if (!Directory.Exists(site.Settings.SpoolFolder))
        {
            return new Finding(true, "0 files");
        }

        // A file that was just written waits for its row: the grace of the sweeper.
        var young = site.Now - site.Settings.SpoolGrace;
        var files = Directory.GetFiles(site.Settings.SpoolFolder).Where(file => File.GetLastWriteTimeUtc(file) < young.UtcDateTime).Select(Path.GetFileName).ToArray();
        await using var command = site.Command(
            """
            select count(*) from unnest(@files) file where not exists (select from calls.calls where audio_file = file and state not in ('done', 'stopped'))
              and not exists (select from calls.uploads where (spool_file = file or audio_file = file) and state = 'receiving')
            """);
        command.Parameters.AddWithValue("files", files);
        var orphans = Convert.ToInt64(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture);
        return new Finding(orphans == 0, string.Create(CultureInfo.InvariantCulture, $"{orphans} of {files.Length} files belong to nobody"));
    }

    private static async Task<Finding> GapIsShortAsync(Installation site, CancellationToken ct)
    {
        const string gap = "select coalesce(percentile_disc(0.99) within group (order by extract(epoch from deleted_at - recognised_at)), 0) from calls.receipts where kind = 'audio' and recognised_at is not null";
        await using var command = site.Command(gap);
        var seconds = Convert.ToDouble(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture);
        return new Finding(seconds < 60, string.Create(CultureInfo.InvariantCulture, $"99th percentile: {seconds:0.0} s"));
    }
}
