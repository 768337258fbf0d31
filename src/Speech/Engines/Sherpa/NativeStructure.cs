using System.Runtime.InteropServices;

namespace Earshot.Speech.Engines.Sherpa;

/// <summary>Writes a C structure field by field, aligned as on 64-bit Linux. Lives as long as the process that loads the model.</summary>
internal sealed unsafe class NativeStructure
{
    private const int Room = 4096;
    private readonly byte* memory = (byte*)NativeMemory.AllocZeroed(Room);
    private int position;

    public nint Address => (nint)memory;

    public NativeStructure Text(string? value)
    {
        position = (position + 7) / 8 * 8;
        *(nint*)(memory + position) = value is null ? 0 : Marshal.StringToCoTaskMemUTF8(value);
        position += sizeof(nint);
        return this;
    }

    public NativeStructure Number(int value)
    {
        *(int*)(memory + position) = value;
        position += sizeof(int);
        return this;
    }

    public NativeStructure Number(float value)
    {
        *(float*)(memory + position) = value;
        position += sizeof(float);
        return this;
    }

    /// <summary>Leaves fields that are not used at zero.</summary>
    public NativeStructure Skip(int texts, int numbers = 0)
    {
        for (var i = 0; i < texts; i++)
        {
            Text(null);
        }

        for (var i = 0; i < numbers; i++)
        {
            Number(0);
        }

        return this;
    }
}
