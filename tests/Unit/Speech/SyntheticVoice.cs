namespace Earshot.Unit.Speech;

/// <summary>A throat: pulses through three resonances that wander as vowels do, and some breath.</summary>
internal sealed record SyntheticVoice(double Pitch, double[] Formants)
{
    public static readonly SyntheticVoice Low = new(110, [500, 1300, 2400]);
    public static readonly SyntheticVoice Middle = new(150, [800, 1150, 2150]);
    public static readonly SyntheticVoice High = new(210, [650, 1800, 2900]);

    public float[] Speak(double seconds, int rate, Random random)
    {
        var samples = new float[(int)(seconds * rate)];
        var (phase, state, formants) = (0.0, new double[6], Formants);
        for (var i = 0; i < samples.Length; i++)
        {
            if (i % (rate / 6) == 0)
            {
                formants = [.. Formants.Select(formant => formant * (0.85 + (0.3 * random.NextDouble())))];
            }

            phase += Pitch * (1 + (0.1 * Math.Sin(i / 900.0))) / rate;
            var pulse = phase >= 1 ? 1.0 : 0.0;
            phase -= pulse;
            samples[i] = (float)(Resonate(pulse + (0.02 * (random.NextDouble() - 0.5)), formants, state, rate) * 0.05);
        }

        return samples;
    }

    private static double Resonate(double input, double[] formants, double[] state, int rate)
    {
        for (var f = 0; f < 3; f++)
        {
            const double radius = 0.96;
            var output = input + (2 * radius * Math.Cos(2 * Math.PI * formants[f] / rate) * state[2 * f]) - (radius * radius * state[(2 * f) + 1]);
            (state[(2 * f) + 1], state[2 * f], input) = (state[2 * f], output, output);
        }

        return input;
    }
}
