using Earshot.Bench.Analysis;
using Earshot.Bench.Masking;
using Earshot.Bench.NameTagger;
using Earshot.Bench.Speech;
using Earshot.Bench.SpokenPii;

return args switch
{
    ["spoken-pii", .. var rest] => SpokenPiiCommand.Run(rest),
    ["name-tagger", .. var rest] => NameTaggerCommand.Run(rest),
    ["masking", .. var rest] => MaskingCommand.Run(rest),
    ["analysis", .. var rest] => ScoreAnalysis.Run(rest),
    ["phrases"] => MeasurePhrases.Run(),
    ["speech", .. var rest] => SpeechCommand.Run(rest),
    _ => 0,
};
