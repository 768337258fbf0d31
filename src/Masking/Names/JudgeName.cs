namespace Earshot.Masking.Names;

/// <summary>How sure it is that a chain is the name of a person: from what its parts are and what stands around it.</summary>
internal static class JudgeName
{
    public const float Accepted = 0.55f;

    /// <summary>Below this the rules alone say no.</summary>
    public const float Hopeless = 0f;

    /// <summary>Above this the rules alone say yes.</summary>
    public const float Clear = 0.95f;

    /// <summary>What a margin of one from the tagger is worth.</summary>
    private const float TaggerWeight = 0.3f;

    /// <summary>The same where the text has capitals.</summary>
    private const float TaggerWeightWritten = 0.2f;

    /// <summary>The most that the tagger may add or take in small letters.</summary>
    private const float Reach = 0.6f;

    /// <summary>The same where the text has capitals, which say much themselves.</summary>
    private const float ReachWritten = 0.5f;

    /// <summary>The same in languages that the tagger was not trained for.</summary>
    private const float ReachElsewhere = 0.2f;

    /// <summary>Rules and tagger together.</summary>
    public static float Combined(float score, float margin, bool cased, string language)
    {
        var reach = language is not ("en" or "ru" or "ar") ? ReachElsewhere : cased ? ReachWritten : Reach;
        return score + Math.Clamp(margin * (cased ? TaggerWeightWritten : TaggerWeight), -reach, reach);
    }

    /// <summary>
    /// A single word of no list and no name's ending, that nothing announces, asks for or answers: in small letters it is a rare word far
    /// more often than a rare name, whatever the tagger makes of its letters.
    /// </summary>
    public static bool IsBareWord(in NameChain chain, bool cased) =>
        !cased && chain.Count == 1 && !chain.Has(NamePart.Given | NamePart.Patronymic | NamePart.Surname | NamePart.Likely | NamePart.Strong)
        && IsUnannounced(chain);

    /// <summary>Nothing around the chain announces a name, asks for one or answers for it.</summary>
    public static bool IsUnannounced(in NameChain chain) =>
        !(chain.Before.Has(NameCue.Follows) || chain.Before.Has(NameCue.MayFollow) || chain.After.Has(NameCue.Precedes))
        && !chain.Context.Has(NameContext.Asked | NameContext.AskedWho | NameContext.Title | NameContext.Role | NameContext.Vocative | NameContext.Known | NameContext.SpeechVerb);

    public static float Score(in NameChain chain)
    {
        var score = Parts(chain);
        score += chain.Before.Has(NameCue.Follows) ? 0.7f : chain.Before.Has(NameCue.MayFollow) ? 0.3f : 0;
        score -= chain.Before.Has(NameCue.Product) ? 0.35f : 0;
        score -= AfterHouse(chain);
        score -= chain.Parts[0].Has(NamePart.Small) && !chain.Has(NamePart.Given | NamePart.Patronymic | NamePart.Surname) && !chain.Before.Has(NameCue.Follows)
            && !chain.Context.Has(NameContext.Asked | NameContext.AskedWho) ? 0.5f : 0;
        score += chain.After.Has(NameCue.Precedes) ? 0.35f : 0;
        score -= chain.Context.Has(NameContext.OnTheWay | NameContext.PlacePreposition) && chain.Count == 1 && chain.Parts[0].Has(NamePart.Place) ? 0.35f : 0;
        score -= chain.Context.Has(NameContext.AfterNumber) && !chain.Has(NamePart.Given | NamePart.Patronymic | NamePart.Surname) ? 0.5f : 0;
        return score + Around(chain.Context);
    }

    private static float Around(NameContext context) =>
        (context.Has(NameContext.Asked) ? 0.6f : 0)
        + (context.Has(NameContext.AskedWho) ? 0.3f : 0)
        + (context.Has(NameContext.Title) ? 0.7f : 0)
        + (context.Has(NameContext.Role) ? 0.3f : 0)
        + (context.Has(NameContext.SpeechVerb) ? 0.2f : 0)
        + (context.Has(NameContext.Vocative) ? 0.25f : 0)
        + (context.Has(NameContext.Known) ? 0.6f : 0)
        - (context.Has(NameContext.Number) ? 0.2f : 0)
        - (context.Has(NameContext.Quoted) ? 0.3f : 0)
        - (context.Has(NameContext.PlacePreposition) ? 0.2f : 0);

    private static float Parts(in NameChain chain)
    {
        var score = 0f;
        for (var i = 0; i < chain.Count; i++)
        {
            score += Part(chain.Parts[i]);
        }

        // A surname that is a word, alone and without a capital, is the word: "what to press".
        score -= chain.Count == 1 && (chain.Parts[0] & (NamePart.Ambiguous | NamePart.Given)) == NamePart.Ambiguous
            && (!chain.Parts[0].Has(NamePart.Capital) || chain.Parts[0].Has(NamePart.AtStart)) ? 0.2f : 0;

        score += chain.Count > 1 && AreUnknown(chain) ? 0.4f : 0;

        // A place alone is a place.
        score += chain.Count > 1 && AllUnknownCapitals(chain) ? 0.15f : 0;
        return chain.Count == 1 && (chain.Parts[0] & (NamePart.Place | NamePart.Given)) == NamePart.Place ? score - 0.3f : score;
    }

    // "nkechi obiora": words in small letters that no dictionary knows.
    private static bool AreUnknown(in NameChain chain) =>
        chain.AreAll(NamePart.Unknown | NamePart.Given | NamePart.Surname) && !chain.Has(NamePart.Ambiguous | NamePart.Capital | NamePart.Small) && chain.Has(NamePart.Unknown);

    // "клиника бурденко" is hardly a person; "руководитель центра Э. Чернова" and "работник фирмы Давид Мирианашвали" are.
    private static float AfterHouse(in NameChain chain) =>
        (chain.Before.Has(NameCue.NotPerson), chain.Context.Has(NameContext.NotPerson)) switch
        {
            (false, false) => 0,
            (true, true) when !chain.Has(NamePart.Capital) => 0.65f,
            _ => chain.Count > 1 && chain.Has(NamePart.Capital) ? 0.2f : 0.4f,
        };

    private static bool AllUnknownCapitals(in NameChain chain)
    {
        for (var i = 0; i < chain.Count; i++)
        {
            if (!chain.Parts[i].Has(NamePart.Unknown | NamePart.Likely) || !chain.Parts[i].Has(NamePart.Capital))
            {
                return false;
            }
        }

        return true;
    }

    private static float Part(NamePart part)
    {
        if (part.Has(NamePart.Patronymic))
        {
            return part.Has(NamePart.Ambiguous) ? 0.5f : 0.9f;
        }

        var score = part.Has(NamePart.Ambiguous) ? Ambiguous(part) : Plain(part);
        return !part.Has(NamePart.Small) ? score : part.Has(NamePart.Given) && !part.Has(NamePart.Ambiguous) ? score - 0.04f : score - 0.25f;
    }

    private static float Plain(NamePart part) =>
        part.Has(NamePart.Given) ? 0.62f
        : part.Has(NamePart.Surname) ? part.Has(NamePart.Capital) || part.Has(NamePart.Frequent) ? 0.56f : 0.45f
        : part.Has(NamePart.Strong) ? Capital(part) ? 0.6f : 0.5f
        : part.Has(NamePart.Likely) ? Capital(part) ? 0.56f : 0.46f
        : part.Has(NamePart.Initial) ? 0.15f
        : Capital(part) ? 0.22f : part.Has(NamePart.Capital) ? 0.1f : 0.05f;

    private static float Ambiguous(NamePart part) =>
        part.Has(NamePart.Month) ? -0.1f
        : part.Has(NamePart.Given) ? Capital(part) ? 0.5f : part.Has(NamePart.Small) ? 0.2f : 0.22f
        : Capital(part) ? 0.35f : 0.15f;

    private static bool Capital(NamePart part) => (part & (NamePart.Capital | NamePart.AtStart)) == NamePart.Capital;
}
