using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Earshot.Platform.Calls;

internal sealed class CallTable : IEntityTypeConfiguration<Call>
{
    public void Configure(EntityTypeBuilder<Call> call)
    {
        call.ToTable("calls", "calls");
        call.HasKey(row => new { row.OrganizationId, row.Id });
        call.Property(row => row.Direction).HasConversion(value => value == CallDirection.Inbound ? "inbound" : "outbound", text => Parse<CallDirection>(text));
        call.Property(row => row.State).HasConversion(value => NameOf(value), text => Parse<CallState>(text));
        call.Property(row => row.Priority).HasConversion<short>();
        call.Property(row => row.AudioKey);
        call.Property(row => row.AudioFile);
        call.Property(row => row.AudioBytes);
        call.Property(row => row.Flags).HasColumnType("text[]");
        call.Property(row => row.Topics).HasColumnType("text[]");
        call.Ignore(row => row.IsOver);
    }

    /// <summary>Name of the state as it is stored and shown to programs.</summary>
    internal static string NameOf(CallState state) => state switch
    {
        CallState.Received => "received",
        CallState.Transcribing => "transcribing",
        CallState.Masking => "masking",
        CallState.Analysing => "analysing",
        CallState.Delivering => "delivering",
        CallState.Done => "done",
        CallState.Stopped => "stopped",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    private static T Parse<T>(string text)
        where T : struct, Enum => Enum.Parse<T>(text, ignoreCase: true);
}
