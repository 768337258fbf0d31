namespace Earshot.Unit.Web;

/// <summary>Finds files of the repository from where the tests run.</summary>
internal static class Repository
{
    public static string Path(params string[] parts)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "Earshot.slnx")))
        {
            folder = folder.Parent;
        }

        return System.IO.Path.Combine([folder?.FullName ?? throw new InvalidOperationException("Run the tests inside the repository."), .. parts]);
    }
}
