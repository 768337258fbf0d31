using System.Collections.Concurrent;
using System.Diagnostics;
using Earshot.Integration.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Earshot.Integration.Kernel;

public sealed class QuietStopTests
{
    [Fact]
    public async Task A_server_that_is_stopped_stops_at_once_and_has_nothing_to_complain_of()
    {
        using var lines = new KeptLines();
        var product = await TestProduct.StartAsync(also: services => services.AddSingleton<ILoggerProvider>(lines));
        var time = Stopwatch.StartNew();

        await product.DisposeAsync();

        Assert.Empty(lines.Kept);
        Assert.True(time.Elapsed < TimeSpan.FromSeconds(15), $"It took {time.Elapsed}.");
    }

    private sealed class KeptLines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Kept { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                Kept.Enqueue($"{formatter(state, exception)} {exception?.GetType().Name}");
            }
        }

        public void Dispose()
        {
        }
    }
}
