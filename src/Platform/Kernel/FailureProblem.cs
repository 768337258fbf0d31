using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Earshot.Platform.Kernel;

/// <summary>The one place where a failure becomes an HTTP answer (RFC 9457): its code and what to do about it.</summary>
public static class FailureProblem
{
    public static ProblemHttpResult ToProblem<T>(this Result<T> result) =>
        (result.Failure ?? throw new InvalidOperationException("A good result is no problem.")).ToProblem();

    public static ProblemHttpResult ToProblem(this Failure failure, IDictionary<string, object?>? more = null)
    {
        var extensions = new Dictionary<string, object?>(more ?? new Dictionary<string, object?>()) { ["code"] = failure.Code };
        return TypedResults.Problem(failure.Message, statusCode: StatusOf(failure.Kind), extensions: extensions);
    }

    private static int StatusOf(FailureKind kind) => kind switch
    {
        FailureKind.Invalid => StatusCodes.Status400BadRequest,
        FailureKind.Unauthenticated => StatusCodes.Status401Unauthorized,
        FailureKind.Forbidden => StatusCodes.Status403Forbidden,
        FailureKind.NotFound => StatusCodes.Status404NotFound,
        FailureKind.Conflict => StatusCodes.Status409Conflict,
        FailureKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        FailureKind.NoSpace => StatusCodes.Status507InsufficientStorage,
        FailureKind.TooMany => StatusCodes.Status429TooManyRequests,
        FailureKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
