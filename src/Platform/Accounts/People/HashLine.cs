using Earshot.Platform.Kernel;

namespace Earshot.Platform.Accounts.People;

/// <summary>
/// The line before the slow hash. A few places work, so that a storm of sign-ins leaves the other cores to uploads; who signed in on this
/// device before is served first and has a line of its own, so that strangers can't push people out; a line that is full sends the next
/// one away at once instead of making everybody wait.
/// </summary>
internal sealed class HashLine(int places, int longest)
{
    private readonly Lock gate = new();
    private readonly LinkedList<TaskCompletionSource> known = [];
    private readonly LinkedList<TaskCompletionSource> strangers = [];
    private int working;

    /// <summary>Runs in turn; refused when the line is full.</summary>
    public async Task<Result<T>> RunAsync<T>(Func<T> work, bool isKnown, CancellationToken ct)
    {
        if (!TryEnter(isKnown, out var turn))
        {
            return AccountFailures.SignInBusy;
        }

        if (turn is not null)
        {
            await WaitAsync(turn, isKnown, ct);
        }

        try
        {
            return await Task.Run(work, ct);
        }
        finally
        {
            Leave();
        }
    }

    private bool TryEnter(bool isKnown, out TaskCompletionSource? turn)
    {
        lock (gate)
        {
            turn = null;
            if (working < places)
            {
                working++;
                return true;
            }

            var line = isKnown ? known : strangers;
            if (line.Count >= longest)
            {
                return false;
            }

            turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            line.AddLast(turn);
            return true;
        }
    }

    private async Task WaitAsync(TaskCompletionSource turn, bool isKnown, CancellationToken ct)
    {
        try
        {
            await turn.Task.WaitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            GiveUp(turn, isKnown);
            throw;
        }
    }

    // Whose turn had come in the same moment passes it on.
    private void GiveUp(TaskCompletionSource turn, bool isKnown)
    {
        bool hadTurn;
        lock (gate)
        {
            hadTurn = !(isKnown ? known : strangers).Remove(turn);
        }

        if (hadTurn)
        {
            Leave();
        }
    }

    private void Leave()
    {
        lock (gate)
        {
            var next = known.First ?? strangers.First;
            if (next is null)
            {
                working--;
                return;
            }

            next.List?.Remove(next);
            next.Value.SetResult();
        }
    }
}
