namespace Earshot.Masking.Identifiers.Codes;

/// <summary>Codes of doors, gates and key boxes: with the address beside them they open somebody's house.</summary>
/// <remarks>Source: Common practice of delivery services; entry phones ask for two to six digits and a key sign.</remarks>
internal sealed class DoorCode() : IdentifierRecogniser("door-code", PersonalDataType.Other,
    """
    код* домофон*; домофон*; код* подъезд*; код* двер*; код* от двер*; код* от подъезд*; код* ворот*; код* от ворот*; код* калитк*; код* шлагбаум*; код* на двер*; код* сигнализац*;
    door code; entry code; gate code; buzzer; buzzer code; lockbox; lock box; lockbox code; code for the door; code to the door; code for the gate; code to the gate; alarm code; keypad; keypad code;
    code on the door; code to get in; code for the building; garage code; entrance code; door's code; رمز الباب; كود الباب; رمز المدخل
    """)
{
    protected override ReadOnlySpan<int> Lengths => [4];

    protected override (int Shortest, int Longest) Part => (3, 7);

    protected override float Needed => 0.5f;

    public override bool TakesLetters => true;

    public override float JudgeCode(ReadOnlySpan<char> code, float strength) =>
        strength >= Needed && CodePattern.Mixed(code, 3, 12) ? 0.55f + (0.3f * strength) : 0;
}
