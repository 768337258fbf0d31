namespace Earshot.Bench.NameTagger;

/// <summary>
/// <c>name-tagger compile DICTIONARIES</c> makes the tables of names and words, <c>name-tagger shapes DICTIONARIES</c> the model of shapes and
/// says how it does on names and words that it was not trained on, <c>name-tagger train</c> the tagger;
/// <c>name-tagger folds [--show]</c> says how it does on templates that it was not trained on.
/// Both write into src/Masking/Names and are run from the root of the repository.
/// </summary>
internal static class NameTaggerCommand
{
    private const string Lists = "bench/NameTagger/Lists";
    private const string Templates = "bench/NameTagger/Templates";
    private const string TrainSplit = "bench/SpokenPii/train";
    private const string ShapesWithoutHeldOut = "bench/NameTagger/shapes-held-out.bin";
    private const string Target = "src/Masking/Names";

    public static int Run(string[] args)
    {
        switch (args)
        {
            case ["compile", var dictionaries]:
                new CompileNames(Lists, dictionaries, Target).Run();
                return 0;
            case ["folds", .. var rest]:
                foreach (var line in new TrainTagger(Lists, Templates, TrainSplit).Folds(5, rest is ["--show"]))
                {
                    Console.WriteLine(line);
                }

                return 0;
            case ["shapes", var dictionaries]:
                foreach (var line in new TrainShape(new ShapeWords(Lists, dictionaries)).Run(Path.Combine(Target, "shapes.bin"), ShapesWithoutHeldOut))
                {
                    Console.WriteLine(line);
                }

                return 0;
            case ["train"]:
                Console.WriteLine(new TrainTagger(Lists, Templates, TrainSplit).Run(Path.Combine(Target, "tagger.bin")));
                return 0;
            default:
                return 2;
        }
    }
}
