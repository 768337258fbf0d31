using System.Text.Json;
using System.Text.Json.Serialization;
using Earshot.Analysis;

namespace Earshot.Platform.Calls.Browse;

/// <summary>An analysis as <c>calls.analyses.result</c> holds it.</summary>
public static class AnalysisFormat
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Write(CallAnalysis analysis) => JsonSerializer.Serialize(analysis, Options);

    public static CallAnalysis? Read(string json) => JsonSerializer.Deserialize<CallAnalysis>(json, Options);
}
