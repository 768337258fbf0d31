using System.Globalization;
using Npgsql;

namespace Earshot.Platform.Kernel.Database;

/// <summary>Statements whose values stand beside the text, numbered: a connection prepares the text once.</summary>
internal static class NumberedCommand
{
    /// <param name="sql">One statement; what stands in its holes becomes a parameter.</param>
    public static NpgsqlBatchCommand Of(FormattableString sql)
    {
        object[] numbers = [.. Enumerable.Range(1, sql.ArgumentCount).Select(number => string.Create(CultureInfo.InvariantCulture, $"${number}"))];
        var command = new NpgsqlBatchCommand(string.Format(CultureInfo.InvariantCulture, sql.Format, numbers));
        foreach (var value in sql.GetArguments())
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        }

        return command;
    }
}
