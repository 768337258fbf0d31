namespace Earshot.Platform.Kernel;

/// <summary>What kind of no it is; the web layer maps it to a status in one place.</summary>
public enum FailureKind
{
    Invalid,
    NotFound,
    Conflict,
    Forbidden,
    TooLarge,

    /// <summary>The disk is full (507).</summary>
    NoSpace,
    Unavailable,
    Unauthenticated,
    TooMany,
}

/// <summary>An expected failure. <paramref name="Code"/> is stable and public; <paramref name="Message"/> says what to do and holds no personal data.</summary>
public sealed record Failure(FailureKind Kind, string Code, string Message);

/// <summary>A value, or the failure that the caller must decide about.</summary>
public readonly struct Result<T>
{
    private readonly T? value;

    private Result(T? value, Failure? failure)
    {
        this.value = value;
        Failure = failure;
    }

    public bool IsOk => Failure is null;

    public Failure? Failure { get; }

    public T Value => IsOk ? value! : throw new InvalidOperationException($"No value: {Failure?.Code}."); // IsOk says that it is set

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Failure failure) => new(default, failure);
}

/// <summary>The value of an operation that has nothing to say.</summary>
public readonly record struct Done;
