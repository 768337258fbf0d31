namespace Earshot.Bench.NameTagger;

/// <summary>Reads word lists: words between spaces, "#" begins a comment, "[m]" begins a section.</summary>
internal static class ReadLists
{
    public static IEnumerable<(string Section, string Word)> Of(string path)
    {
        var section = string.Empty;
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith('['))
            {
                section = line.Trim('[', ']', ' ');
            }
            else if (!line.StartsWith('#'))
            {
                foreach (var word in line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                {
                    yield return (section, word.Replace('ё', 'е'));
                }
            }
        }
    }
}
