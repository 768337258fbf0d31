using System.Buffers;
using System.Text.Json;
using Earshot.Analysis;
using Earshot.Masking;

namespace Earshot.Web.CommandLine;

/// <summary>One line of <c>earshot analyze --jsonl</c>, read and written; docs/cli-analyze.md is the contract.</summary>
internal static class AnalyzedLineFormat
{
    /// <summary>A call to judge.</summary>
    internal readonly record struct Request(JsonElement? Id, string? Language, IReadOnlyList<Turn> Turns);

    public static bool TryRead(byte[] line, out Request request, out MaskedLineFormat.Problem problem)
    {
        request = new Request(null, null, []);
        problem = new MaskedLineFormat.Problem("InvalidJson", "The line is not a JSON object.");
        try
        {
            using var document = JsonDocument.Parse(line);
            if (document.RootElement.ValueKind is not JsonValueKind.Object)
            {
                return false;
            }

            request = request with { Id = document.RootElement.TryGetProperty("id", out var id) ? id.Clone() : null };
            problem = new MaskedLineFormat.Problem("InvalidCall", "A call has \"turns\": a list of objects with \"speaker\", \"text\" and, if known, \"start\" and \"end\" in seconds.");
            request = request with { Language = Language(document.RootElement), Turns = [.. document.RootElement.GetProperty("turns").EnumerateArray().Select(ReadTurn)] };
            return true;
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or OverflowException)
        {
            return false;
        }
    }

    public static byte[] Error(JsonElement? id, string code, string message) => Line(json =>
    {
        WriteId(json, id);
        json.WriteStartObject("error");
        json.WriteString("code", code);
        json.WriteString("message", message);
        json.WriteEndObject();
    });

    public static string Explain(AnalysisRefusal refusal) => refusal switch
    {
        AnalysisRefusal.TooManyTurns => "The call has more turns than the limit; nothing of it is judged.",
        AnalysisRefusal.TooManyWords => "The call has more words than the limit; nothing of it is judged.",
        _ => "Nothing is said in the call.",
    };

    public static byte[] Write(JsonElement? id, MaskedConversation call, CallAnalysis analysis) => Line(json =>
    {
        WriteId(json, id);
        json.WriteString("language", call.Language);
        WriteList(json, "turns", call.Turns, turn => WriteTurn(json, turn));
        json.WriteStartObject("sentiment");
        json.WriteString("overall", $"{analysis.Sentiment.Overall}".ToLowerInvariant());
        json.WriteNumber("score", analysis.Sentiment.Score);
        WriteNumbers(json, "turns", analysis.Sentiment.Turns);
        json.WriteEndObject();
        json.WriteBoolean("satisfied", analysis.Satisfied);
        WriteList(json, "satisfied_because", analysis.SatisfiedBecause, sign => WriteSign(json, sign));
        json.WriteBoolean("resolved", analysis.Resolved);
        WriteList(json, "topics", analysis.Topics, topic => WriteTopic(json, topic));
        WriteScript(json, analysis.Script);
        json.WritePropertyName("scorecard");
        WriteScorecard(json, analysis.Scorecards.Count > 0 ? analysis.Scorecards[0] : null);
        WriteList(json, "flags", analysis.Flags, flag => WriteFlag(json, flag));
        WriteMetrics(json, analysis.Metrics);
        json.WriteString("summary", analysis.Summary);
        json.WriteString("analyst_version", analysis.AnalystVersion);
        json.WriteString("masker_version", analysis.MaskerVersion);
    });

    private static byte[] Line(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(8192);
        using (var json = new Utf8JsonWriter(buffer, MaskedLineFormat.WriterOptions))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private static string? Language(JsonElement call) =>
        (call.TryGetProperty("language", out var language) || call.TryGetProperty("lang", out language)) && language.ValueKind is JsonValueKind.String
            ? language.GetString()
            : null;

    private static Turn ReadTurn(JsonElement turn) => new(
        turn.TryGetProperty("speaker", out var speaker) ? speaker.ToString() : string.Empty,
        turn.GetProperty("text").GetString() ?? string.Empty,
        ReadTime(turn, "start"),
        ReadTime(turn, "end"));

    private static TimeSpan? ReadTime(JsonElement turn, string name) =>
        turn.TryGetProperty(name, out var time) && time.ValueKind is JsonValueKind.Number ? TimeSpan.FromSeconds(time.GetDouble()) : null;

    private static void WriteId(Utf8JsonWriter json, JsonElement? id)
    {
        json.WritePropertyName("id");
        if (id is { } known)
        {
            known.WriteTo(json);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, IReadOnlyList<double> numbers) => WriteList(json, name, numbers, json.WriteNumberValue);

    private static void WriteTurn(Utf8JsonWriter json, MaskedTurn turn)
    {
        json.WriteStartObject();
        json.WriteString("speaker", turn.Speaker);
        json.WriteString("text", turn.Text.Value);
        WriteSeconds(json, "start", turn.Start, always: false);
        WriteSeconds(json, "end", turn.End, always: false);
        json.WriteEndObject();
    }

    private static void WriteTopic(Utf8JsonWriter json, TopicHit topic)
    {
        json.WriteStartObject();
        json.WriteString("name", topic.Name);
        json.WriteNumber("score", topic.Score);
        WriteList(json, "quotes", topic.Quotes, quote => WriteQuote(json, quote));
        json.WriteEndObject();
    }

    private static void WriteQuote(Utf8JsonWriter json, Quote quote)
    {
        json.WriteStartObject();
        json.WriteString("quote", quote.Text);
        json.WriteNumber("turn", quote.Turn);
        json.WriteEndObject();
    }

    private static void WriteScript(Utf8JsonWriter json, IReadOnlyList<ScriptStep> script)
    {
        json.WriteStartObject("script");
        foreach (var step in script)
        {
            json.WriteStartObject(step.Name);
            json.WriteBoolean("done", step.Done);
            WriteEvidence(json, step.Quote);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteFlag(Utf8JsonWriter json, FlagHit flag)
    {
        json.WriteStartObject();
        json.WriteString("name", flag.Name);
        WriteEvidence(json, flag.Quote);
        json.WriteEndObject();
    }

    private static void WriteSign(Utf8JsonWriter json, JudgedSign sign)
    {
        json.WriteStartObject();
        json.WriteString("sign", sign.Name);
        json.WriteNumber("weight", sign.Weight);
        WriteEvidence(json, sign.Quote);
        json.WriteEndObject();
    }

    private static void WriteEvidence(Utf8JsonWriter json, Quote? quote)
    {
        json.WriteString("quote", quote?.Text);
        json.WritePropertyName("turn");
        if (quote is null)
        {
            json.WriteNullValue();
        }
        else
        {
            json.WriteNumberValue(quote.Turn);
        }
    }

    private static void WriteScorecard(Utf8JsonWriter json, ScorecardResult? card)
    {
        if (card is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("name", card.Name);
        json.WriteNumber("version", card.Version);
        WriteNumber(json, "score", card.Score);
        json.WriteBoolean("failed", card.Failed);
        WriteFlagOrNull(json, "passed", card.Passed);
        WriteList(json, "criteria", card.Criteria, criterion => WriteCriterion(json, criterion));
        json.WriteEndObject();
    }

    private static void WriteCriterion(Utf8JsonWriter json, CriterionResult criterion)
    {
        json.WriteStartObject();
        json.WriteString("id", criterion.Id);
        json.WriteString("title", criterion.Title);
        json.WriteString("section", criterion.Section);
        json.WriteNumber("weight", criterion.Weight);
        json.WriteBoolean("critical", criterion.Critical);
        json.WriteString("answer", JsonNamingPolicy.SnakeCaseLower.ConvertName($"{criterion.Answer}"));
        json.WriteString("method", criterion.Method);
        WriteList(json, "quotes", criterion.Quotes, quote => WriteQuote(json, quote));
        json.WriteEndObject();
    }

    private static void WriteMetrics(Utf8JsonWriter json, CallMetrics metrics)
    {
        json.WriteStartObject("metrics");
        json.WriteNumber("turns", metrics.Turns);
        json.WriteNumber("words", metrics.Words);
        WriteSeconds(json, "duration", metrics.Duration);
        WriteNumber(json, "agent_talk_share", metrics.AgentTalkShare);
        WriteNumber(json, "customer_talk_share", metrics.CustomerTalkShare);
        WriteNumber(json, "silence_share", metrics.SilenceShare);
        WriteNumber(json, "overlap_share", metrics.OverlapShare);
        WriteSeconds(json, "longest_silence", metrics.LongestSilence);
        WriteSeconds(json, "longest_monologue", metrics.LongestMonologue);
        WriteSeconds(json, "longest_customer_monologue", metrics.LongestCustomerMonologue);
        WriteNumber(json, "holds", metrics.Holds);
        WriteNumber(json, "agent_interruptions", metrics.AgentInterruptions);
        WriteNumber(json, "customer_interruptions", metrics.CustomerInterruptions);
        WriteSeconds(json, "agent_response_delay", metrics.AgentResponseDelay);
        WriteSeconds(json, "customer_response_delay", metrics.CustomerResponseDelay);
        WriteNumber(json, "agent_speaking_rate", metrics.AgentSpeakingRate);
        WriteNumber(json, "customer_speaking_rate", metrics.CustomerSpeakingRate);
        json.WriteNumber("agent_questions", metrics.AgentQuestions);
        json.WriteNumber("customer_questions", metrics.CustomerQuestions);
        json.WriteNumber("opening_turns", metrics.OpeningTurns);
        WriteNumber(json, "closing_turn", metrics.ClosingTurn);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void WriteFlagOrNull(Utf8JsonWriter json, string name, bool? flag)
    {
        if (flag is { } known)
        {
            json.WriteBoolean(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void WriteSeconds(Utf8JsonWriter json, string name, TimeSpan? time, bool always = true)
    {
        if (always || time is not null)
        {
            WriteNumber(json, name, time is { } known ? Math.Round(known.TotalSeconds, 3) : null);
        }
    }
}
