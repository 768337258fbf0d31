using Earshot.Speech.Engines.Host;

return await RunEngineHost.ServeAsync();
