using Earshot.Bench.Masking;
using Earshot.Bench.SpokenPii;

return args switch
{
    ["spoken-pii", .. var rest] => SpokenPiiCommand.Run(rest),
    ["masking", .. var rest] => MaskingCommand.Run(rest),
    _ => 0,
};
