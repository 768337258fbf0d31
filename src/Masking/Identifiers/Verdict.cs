using System.Runtime.InteropServices;

namespace Earshot.Masking.Identifiers;

/// <summary>What a run of digits was found to be; confidence 0 means nothing.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Verdict(int Rule, float Confidence, int First, int Last, bool IsCode);
