using Earshot.Masking.Names;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Places;

/// <summary>Questions and phrases that an address follows: "where do we collect from", "what's the street".</summary>
internal static class AddressQuestions
{
    /// <summary>"where do we collect from", "куда подъехать".</summary>
    public static bool AsksWhereTo(in AddressText text, int index)
    {
        if (!text.Tokens[index].Is(NameTraits.WhereTo))
        {
            return false;
        }

        // "куда" / "аэродромная сто двенадцать".
        if (text.Tokens[index].Is(TokenShape.LineStart) && text.Tokens[index].Is(TokenShape.Cyrillic) && text.Ends(index + 1))
        {
            return true;
        }

        for (var i = index + 1; !text.Ends(i) && i - index <= 6; i++)
        {
            if (text.Word(i) is "collect" or "deliver" or "send" or "ship" or "come" or "pick" or "drop" or "mail"
                or "подъехать" or "подъезжать" or "ехать" or "везти" or "привезти" or "доставить" or "доставлять" or "выезжать" or "отправить" or "отправлять" or "направить" or "едем" or "поедем" or "едете" or "везем" or "забрать" or "забирать" or "подать" or "подавать" or "приехать")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The address of a computer or a letter box: "ip address", "e mail address".</summary>
    public static bool IsNetworkAddress(in AddressText text, int index) =>
        (!text.Ends(index + 1) && IsDevice(text.Word(index + 1))) || (index > text.LineStart && text.Word(index - 1) is "ip" or "айпи" or "мак" or "mac" or "email" or "mail" or "web" or "почты" or "электронный" or "электронной" or "почтовый" or "почту"
            or "بي" or "e");

    // "عنوان الراوتر".
    private static bool IsDevice(ReadOnlySpan<char> word) =>
        word is "الراوتر" or "راوتر" or "المودم" or "السيرفر" or "سيرفر" or "الخادم" or "الطابعه" or "الكاميرا" or "الجهاز" or "الشبكه" or "بريدي" or "ايميلي" or "البريد" or "الموقع";

    /// <summary>"what's the street", "улица какая": the next line may name it.</summary>
    public static bool EndsWithStreet(in AddressText text, int line)
    {
        for (var i = line - 1; i >= 0 && line - i <= 4; i--)
        {
            if (text.Tokens[i].Is(NameTraits.Street) && text.Word(i) is "street" or "улица" or "улице" or "улицу" or "الشارع" or "شارع")
            {
                return true;
            }

            if (text.Tokens[i].Is(TokenShape.LineStart))
            {
                break;
            }
        }

        return false;
    }
}
