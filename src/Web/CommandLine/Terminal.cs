namespace Earshot.Web.CommandLine;

/// <summary>The one door to standard input and output.</summary>
internal static class Terminal
{
#pragma warning disable RS0030 // the only file that may speak to the console
    public static TextWriter Out => Console.Out;

    public static TextWriter Error => Console.Error;

    public static Stream OpenInput() => Console.OpenStandardInput();

    public static Stream OpenOutput() => Console.OpenStandardOutput();

    /// <summary>A person can see standard error, whatever becomes of standard output.</summary>
    public static bool IsWatched => !Console.IsErrorRedirected;

    public static bool IsInteractive => !Console.IsOutputRedirected && !Console.IsErrorRedirected;
#pragma warning restore RS0030
}
