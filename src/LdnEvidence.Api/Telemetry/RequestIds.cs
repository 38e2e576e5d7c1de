using System.Collections;
using LdnEvidence.Api.Http;

namespace LdnEvidence.Api.Telemetry;

/// <summary>
/// Puts the id of the request on every line that is logged while it is answered; the same id is in the header <see cref="AnswerHeaders.RequestId"/>. The
/// web server makes it, so no caller can write into the log with it. The framework's own scope would do the same, at several times the cost for a request
/// that logs nothing, which is why its category is off in appsettings.json.
/// </summary>
internal static class RequestIds
{
    public static IApplicationBuilder UseRequestIds(this IApplicationBuilder app)
    {
        var logger = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(RequestIds));
        return app.Use(next =>
            context =>
            {
                var scope = logger.BeginScope(new RequestScope(context));
                var answer = next(context);
                if (!answer.IsCompletedSuccessfully)
                {
                    return Await(answer, scope);
                }

                scope?.Dispose();
                return answer;
            }
        );
    }

    private static async Task Await(Task answer, IDisposable? scope)
    {
        using (scope)
        {
            await answer;
        }
    }

    /// <summary>Read only when a line is logged.</summary>
    private sealed class RequestScope(HttpContext context) : IReadOnlyList<KeyValuePair<string, object?>>
    {
        public int Count => 1;

        public KeyValuePair<string, object?> this[int index] =>
            index == 0
                ? new("RequestId", context.TraceIdentifier)
                : throw new ArgumentOutOfRangeException(nameof(index));

        public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
        {
            yield return this[0];
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        public override string ToString() => $"RequestId:{context.TraceIdentifier}";
    }
}
