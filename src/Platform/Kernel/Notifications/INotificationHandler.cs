namespace Earshot.Platform.Kernel.Notifications;

/// <summary>Hears one channel of the database's notifications. Must return at once.</summary>
public interface INotificationHandler
{
    string Channel { get; }

    void Receive(string payload);
}
