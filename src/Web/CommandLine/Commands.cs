using System.CommandLine;

namespace Earshot.Web.CommandLine;

/// <summary>Every command of the program, one line each. A command is one file beside this one.</summary>
internal static class Commands
{
    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Earshot turns calls into scores, flags, topics and coaching, and keeps what was said to itself.");
        root.Add(ServeCommand.Create());
        root.Add(WorkerCommand.Create());
        root.Add(AuditCommand.Create());
        root.Add(KeysCommand.Create());
        root.Add(OwnerCommand.Create());
        root.Add(BackupCommand.CreateBackup());
        root.Add(BackupCommand.CreateRestore());
        root.Add(SupportCommand.Create());
        root.Add(PasswordsCommand.Create());
        root.Add(ProveCommand.Create());
        root.Add(ReceiptCommand.Create());
        root.Add(ImportCommand.Create());
        root.Add(MaskCommand.Create());
        root.Add(AnalyzeCommand.Create());
        root.Add(TranscribeCommand.Create());
        root.Add(ModelsCommand.Create());
        root.Add(SpeechHostCommand.Create());
        root.Add(SeedCommand.Create());
        root.Add(DoublesCommand.Create());
        return root.Parse(args).InvokeAsync();
    }
}
