namespace Earshot.Web.CommandLine;

/// <summary>The one door to standard input and output.</summary>
internal static class Terminal
{
#pragma warning disable RS0030 // the only file that may speak to the console
    public static TextWriter Out => Console.Out;

    public static TextWriter Error => Console.Error;

    public static Stream OpenInput() => Console.OpenStandardInput();

    public static Stream OpenOutput() => Console.OpenStandardOutput();

    public static bool IsInteractive => !Console.IsOutputRedirected && !Console.IsErrorRedirected;
#pragma warning restore RS0030
}
