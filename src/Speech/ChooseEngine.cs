namespace Earshot.Speech;

/// <summary>Chooses an engine by region and language.</summary>
public static class ChooseEngine
{
    /// <summary>The first engine that may process the recording and knows its language.</summary>
    /// <param name="engines">Engines in the order in which they are wanted.</param>
    /// <param name="region">Region that may process the recording; null allows any.</param>
    /// <param name="language">ISO 639-1 code; null when not known.</param>
    /// <returns>The engine; null when none fits.</returns>
    public static ISpeechEngine? From(IEnumerable<ISpeechEngine> engines, string? region, string? language) =>
        engines.FirstOrDefault(engine => Refusal(engine.Info, region, language) is null);

    /// <summary>Why an engine must not be used.</summary>
    /// <returns>The reason for a person; null when it may be used.</returns>
    public static string? Refusal(SpeechEngineInfo engine, string? region, string? language)
    {
        if (region is not null && engine.Region != SpeechEngineInfo.Local && engine.Region != region)
        {
            return $"The engine {engine.Name} works in region {engine.Region}; this recording may only be processed in {region} or on this machine.";
        }

        return language is null || engine.Languages.Contains(language)
            ? null
            : $"The engine {engine.Name} does not know the language {language}; it knows {string.Join(", ", engine.Languages)}.";
    }
}
