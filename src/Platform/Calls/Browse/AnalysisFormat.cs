using System.Text.Json;
using System.Text.Json.Serialization;
using Earshot.Analysis;

namespace Earshot.Platform.Calls.Browse;

/// <summary>An analysis as <c>calls.analyses.result</c> holds it.</summary>
public static class AnalysisFormat
{
    private static readonly AnalysisJson Json = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter<SentimentClass>(JsonNamingPolicy.CamelCase), new JsonStringEnumConverter<CriterionAnswer>(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });

    public static string Write(CallAnalysis analysis) => JsonSerializer.Serialize(analysis, Json.CallAnalysis);

    public static CallAnalysis? Read(string json) => JsonSerializer.Deserialize(json, Json.CallAnalysis);
}

[JsonSerializable(typeof(CallAnalysis))]
internal sealed partial class AnalysisJson : JsonSerializerContext;
