namespace Earshot.Platform.Privacy;

/// <summary>The same thing said in each language of the screens.</summary>
/// <param name="English">In English.</param>
/// <param name="Russian">In Russian.</param>
public sealed record Said(string English, string Russian)
{
    /// <param name="language">ISO 639-1 code; English for all that is not Russian.</param>
    public string In(string language) => language == "ru" ? Russian : English;
}
