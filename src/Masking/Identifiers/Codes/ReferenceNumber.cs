namespace Earshot.Masking.Identifiers.Codes;

/// <summary>Numbers of orders, contracts, policies, tickets, shipments, clients.</summary>
/// <remarks>Source: Common practice of contact centres.</remarks>
internal sealed class ReferenceNumber() : IdentifierRecogniser("reference", PersonalDataType.Other,
    """
    номер* договор*; номер* договор*; контракт*; трек*; трекномер*; трек номер*;
    номер* отправлен*; накладн*; номер* номер* клиент*; клиентск* номер*; код* клиент*;
    номер* абонент*; табельн* номер*; брон*; номер* брон*; номер* квитанц*; чек*; номер* чек*; booking; booking reference; booking code; reference; reference number; ref; claim; claim number; policy; policy number; member id; member number; membership; membership number;
    customer number; customer id; client number; invoice number; contract; contract number; tracking number; tracking; serial number;
    employee number; employee id; loyalty number; patient number; patient id; medical record number; loan number; application number;
    agreement number; رقم الحجز; الحجز; رقم العقد; العقد; رقم التتبع; الشحنة; رقم الشحنة; البوليصة; رقم العميل;
    kundennummer; vertragsnummer; dossier; numero de dossier;
    numero de client; numero de cliente; klantnummer;
    numer klienta; лицев* счет*; лицев*; imei; الوثيقه; رقم الوثيقه; فاتوره; الفاتوره; حساب الفاتوره; رقم المشترك; رقم الاشتراك; رقم المشترك عندكم; member i d; customer i d; имей; серийн* номер*; номер* дел*; номер* счетчик*; номер* претенз*;
    номер* участник*; табельн*; идентификатор*; айди клиент*; id клиент*; карт* лояльност*; бонусн* карт*; номер* лицев*
    """)
{
    protected override (int Shortest, int Longest) Part => (4, 16);

    protected override float Needed => 0.45f;

    public override bool TakesLetters => true;

    public override float JudgeCode(ReadOnlySpan<char> code, float strength) =>
        strength >= 0.4f && CodePattern.Mixed(code, 4, 24) ? 0.5f + (0.3f * strength)
        : CodePattern.Digits(code) >= 7 && CodePattern.Mixed(code, 9, 24) ? 0.52f
        : 0;
}
