using Earshot.Masking;

namespace Earshot.Unit.Masking;

public sealed class FirstUseTests
{
    [Fact]
    public void Many_threads_may_be_the_first_to_mask()
    {
        var masked = new string[8];
        var threads = Enumerable.Range(0, masked.Length).Select(i => new Thread(() => masked[i] = new Masker().Mask("меня зовут анна", "ru").Value.Value)).ToList();

        threads.ForEach(thread => thread.Start());

        Assert.All(threads, thread => Assert.True(thread.Join(TimeSpan.FromSeconds(60))));
        Assert.Single(masked.Distinct());
    }
}
