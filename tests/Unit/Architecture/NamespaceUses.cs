using System.Reflection;
using System.Reflection.Emit;

namespace Earshot.Unit.Architecture;

/// <summary>Which namespaces the types of an assembly use: in fields, signatures, base types, and in the instructions of their methods.</summary>
internal static class NamespaceUses
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => field.GetValue(null)).OfType<OpCode>().ToDictionary(code => code.Value);

    public static IEnumerable<(string User, string Used)> Of(IEnumerable<Type> types) =>
        types.SelectMany(type => Types(type).SelectMany(Unfold).Where(used => used.Namespace is not null).Select(used => (Outer(type).FullName ?? "", Outer(used).FullName ?? "")))
            .Distinct();

    private static IEnumerable<Type> Types(Type type)
    {
        var members = type.GetMembers(All);
        return new[] { type.BaseType }.OfType<Type>()
            .Concat(type.GetInterfaces())
            .Concat(members.OfType<FieldInfo>().Select(field => field.FieldType))
            .Concat(members.OfType<PropertyInfo>().Select(property => property.PropertyType))
            .Concat(members.OfType<MethodBase>().SelectMany(Types));
    }

    private static IEnumerable<Type> Types(MethodBase method)
    {
        var signature = method.GetParameters().Select(parameter => parameter.ParameterType).Concat(method is MethodInfo { ReturnType: var result } ? [result] : []);
        return signature.Concat(Instructions(method));
    }

    private static IEnumerable<Type> Instructions(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        var typeArguments = method.DeclaringType?.IsGenericType == true ? method.DeclaringType.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < code.Length;)
        {
            var value = code[at] == 0xFE ? (short)((code[at] << 8) | code[at + 1]) : code[at];
            at += code[at] == 0xFE ? 2 : 1;
            var operand = OpCodesByValue[value].OperandType;
            if (operand is OperandType.InlineMethod or OperandType.InlineType or OperandType.InlineField or OperandType.InlineTok)
            {
                foreach (var used in Resolve(method.Module, BitConverter.ToInt32(code, at), typeArguments, methodArguments))
                {
                    yield return used;
                }
            }

            at += operand == OperandType.InlineSwitch ? 4 + (4 * BitConverter.ToInt32(code, at)) : Size(operand);
        }
    }

    private static IEnumerable<Type> Resolve(Module module, int token, Type[]? typeArguments, Type[]? methodArguments) =>
        module.ResolveMember(token, typeArguments, methodArguments) switch
        {
            Type type => [type],
            MethodInfo { IsGenericMethod: true } method => [method.DeclaringType ?? typeof(object), .. method.GetGenericArguments()],
            { DeclaringType: { } type } => [type],
            _ => [],
        };

    private static int Size(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };

    private static IEnumerable<Type> Unfold(Type type) => type switch
    {
        { HasElementType: true } => Unfold(type.GetElementType() ?? type),
        { IsGenericType: true } => [type, .. type.GetGenericArguments().SelectMany(Unfold)],
        { IsGenericParameter: true } => [],
        _ => [type],
    };

    private static Type Outer(Type type) => type.DeclaringType is { } outer ? Outer(outer) : type;
}
