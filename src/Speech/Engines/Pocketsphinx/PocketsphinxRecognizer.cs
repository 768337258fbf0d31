using System.Runtime.InteropServices;
using Earshot.Speech.Decoding;
using Earshot.Speech.Engines.Host;

namespace Earshot.Speech.Engines.Pocketsphinx;

/// <summary>pocketsphinx inside the child process: one utterance per piece, features normalised over the whole piece.</summary>
internal sealed unsafe class PocketsphinxRecognizer : IRecognizer
{
    public const string Kind = "pocketsphinx";
    private const double FramesPerSecond = 100;
    private readonly nint decoder;
    private readonly nint logMath;

    public PocketsphinxRecognizer(IReadOnlyDictionary<string, string> settings)
    {
        PocketsphinxLibrary.SetLog(0);
        decoder = PocketsphinxLibrary.Init(Parse(settings));
        if (decoder == 0)
        {
            throw new RecognizerMissingException("pocketsphinx could not load its model: install the package pocketsphinx-en-us.");
        }

        logMath = PocketsphinxLibrary.LogMath(decoder);
    }

    public HostReply Recognize(ReadOnlySpan<float> samples, HostTask task)
    {
        var pcm = ToFloat.Back(samples);
        if (PocketsphinxLibrary.StartUtterance(decoder) < 0)
        {
            return new HostReply(null, "pocketsphinx refused the audio.");
        }

        fixed (short* first = pcm)
        {
            _ = PocketsphinxLibrary.ProcessRaw(decoder, first, (nuint)pcm.Length, 0, 1);
        }

        Array.Clear(pcm);
        _ = PocketsphinxLibrary.EndUtterance(decoder);
        return new HostReply(Words(), null);
    }

    public void Dispose() => _ = PocketsphinxLibrary.Free(decoder);

    private static nint Parse(IReadOnlyDictionary<string, string> settings)
    {
        // Argument 0 is the program's name. The strings belong to the settings for as long as the process lives.
        var arguments = settings.SelectMany(pair => new[] { $"-{pair.Key}", pair.Value }).Prepend(Kind).Select(Marshal.StringToCoTaskMemUTF8).ToArray();
        fixed (nint* first = arguments)
        {
            return PocketsphinxLibrary.ParseSettings(0, PocketsphinxLibrary.Arguments(), arguments.Length, first, 1);
        }
    }

    private List<HostWord> Words()
    {
        var words = new List<HostWord>();
        for (var segment = PocketsphinxLibrary.FirstSegment(decoder); segment != 0; segment = PocketsphinxLibrary.NextSegment(segment))
        {
            var text = WithoutVariant(Marshal.PtrToStringUTF8(PocketsphinxLibrary.Word(segment)) ?? string.Empty);
            if (text.Length > 0 && text[0] is not ('<' or '['))
            {
                words.Add(Word(segment, text));
            }
        }

        return words;
    }

    private HostWord Word(nint segment, string text)
    {
        int acoustic, language, backoff;
        PocketsphinxLibrary.Frames(segment, out var first, out var last);
        var posterior = PocketsphinxLibrary.Exp(logMath, PocketsphinxLibrary.Posterior(segment, &acoustic, &language, &backoff));
        return new HostWord(text, first / FramesPerSecond, (last + 1) / FramesPerSecond, Math.Clamp(posterior, 0, 1));
    }

    // "read(2)" is the second pronunciation of "read".
    private static string WithoutVariant(string word) => word.Length > 3 && word[^1] == ')' ? word[..word.LastIndexOf('(')] : word;
}
