using Earshot.Masking.Numbers;

namespace Earshot.Masking.Identifiers.Europe;

/// <summary>Portuguese NIF: nine digits, modulo 11; Brazilian CPF and CNPJ.</summary>
/// <remarks>Source: Decree-Law 14/2013; Receita Federal.</remarks>
internal sealed class PortugueseNif() : IdentifierRecogniser("pt-nif", PersonalDataType.Document,
    """
    nif; contribuinte; numero de contribuinte; cpf; cnpj; cartao de cidadao; niss; bilhete de identidade; rg
    """)
{
    protected override ReadOnlySpan<int> Lengths => [9, 11, 14];

    protected override (int Shortest, int Longest) Part => (5, 14);

    public override bool StandsAlone => true;

    public override float Judge(in NumberQuestion question) =>
        question.Digits.Length == 14 && question.Run.Is(NumberForm.Slashes) && question.Run.Is(NumberForm.Dots) ? 0.8f
        : question.Digits.Length == 11 && question.Run is { Groups: 4, GroupLengths: 0x2333 } && question.Run.Is(NumberForm.Dots) ? 0.75f
        : base.Judge(question);
}
