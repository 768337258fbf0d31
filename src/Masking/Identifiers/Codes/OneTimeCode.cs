using Earshot.Masking.Numbers;

namespace Earshot.Masking.Identifiers.Codes;

/// <summary>One-time codes and passwords, before or after the word for them.</summary>
/// <remarks>Source: RFC 4226, RFC 6238: six to eight digits; four in practice.</remarks>
internal sealed class OneTimeCode() : IdentifierRecogniser("one-time-code", PersonalDataType.Other,
    """
    код*; код* из смс; код* подтвержден*; код* доступ*; смс; смск*; сообщен* с код*; одноразов* парол*; парол*; кодов* слов*;
    проверочн* код*; пароль; code; codes; verification code; one time code; one time password; one time passcode; passcode; otp;
    security number; access code; confirmation code; sms; text message; pin number; رمز; الرمز; كود; الكود; رمز التحقق; رمز التفعيل;
    كلمة السر; كلمة المرور; password; passwort; mot de passe; contrasena; codigo; codice; kod; push
    """)
{
    protected override ReadOnlySpan<int> Lengths => [4, 5, 6, 8];

    protected override (int Shortest, int Longest) Part => (3, 10);

    protected override float Needed => 0.55f;

    // "code five hundred means …", "а смс" / "четыре пятьдесят": no such code is sent to anybody.
    public override float Judge(in NumberQuestion question) =>
        question.Digits.Length == 3 && question.Run.Groups == 2 && question.Run.Is(NumberForm.Spoken) ? 0 : question.Digits is [_, '0', '0'] && question.Run.Groups == 1 && question.Run.Is(NumberForm.Spoken) ? 0 : base.Judge(question);

    public override float JudgeCode(ReadOnlySpan<char> code, float strength) =>
        strength >= 0.7f && CodePattern.Mixed(code, 4, 12) ? 0.5f + (0.3f * strength) : 0;
}
