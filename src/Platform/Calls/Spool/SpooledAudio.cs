namespace Earshot.Platform.Calls.Spool;

/// <summary>A recording in the spool.</summary>
/// <param name="File">Name of the file within the spool folder.</param>
/// <param name="Key">Its one-off key, to be sealed into the row that owns the file.</param>
/// <param name="Bytes">Size of the recording.</param>
internal sealed record SpooledAudio(string File, byte[] Key, long Bytes);

/// <summary>What is safe of a recording that comes in part.</summary>
/// <param name="Bytes">Bytes of the recording.</param>
/// <param name="IsWhole">True when it was closed: nothing can be added.</param>
internal sealed record SpooledPart(long Bytes, bool IsWhole);
