using Earshot.Web.CommandLine;

return await Commands.RunAsync(args);
