using Earshot.Bench.SpokenPii;

return args is ["spoken-pii", .. var rest] ? SpokenPiiCommand.Run(rest) : 0;
