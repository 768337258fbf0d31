namespace Earshot.Platform.Kernel.Encryption;

/// <summary>The keys of the organization were destroyed: what they sealed can't be read again, and nothing new is sealed.</summary>
public sealed class TenantKeysDestroyedException(Guid organization) : Exception($"The keys of organization {organization} were destroyed.");
