using FluentValidation;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Domain;

namespace LdnEvidence.Api.Http.Queries;

/// <summary>Holds the query string of an endpoint to its query type and validator.</summary>
internal static class ValidationFilter
{
    /// <summary>More parameters than any address has; of a query string with more, only so many are told.</summary>
    private const int MostFaults = 40;

    /// <summary>The longest query string, in characters.</summary>
    public const int LongestQueryString = 4096;

    /// <summary>Refuses, with a 400 problem that names each fault, what the query type does not know or its validator does not allow; and documents that 400.</summary>
    public static RouteHandlerBuilder Validate<TQuery>(this RouteHandlerBuilder endpoint)
        where TQuery : Query, IQuery<TQuery>, new()
    {
        var checks = new ValidatedQuery(typeof(TQuery));
        var look = new QuickLook(checks);
        return endpoint
            .WithMetadata(checks)
            .Produces<ProblemResponse>(StatusCodes.Status400BadRequest, ProblemResult.ContentType)
            .AddEndpointFilter(
                (context, next) =>
                {
                    var request = context.HttpContext.Request;
                    if (!request.QueryString.HasValue && checks.NeedsNothing)
                    {
                        return next(context);
                    }

                    if ((TooLong(request) ?? QueryEscapes.Fault(request)) is { } unreadable)
                    {
                        return ValueTask.FromResult<object?>(Refuse([unreadable]));
                    }

                    var query = (TQuery)QueryOf(context);
                    if (look.IsSound(request.Query, query))
                    {
                        return next(context);
                    }

                    var faults = Check(request, QueryShape.Of(typeof(TQuery)));
                    var validator = (IValidator<TQuery>)checks.Validator;
                    var result = validator.Validate(query);
                    if (faults.Count == 0 && result.IsValid)
                    {
                        return next(context);
                    }

                    // A parameter that is given twice or has a control character need not be told that it is unreadable as well.
                    var told = faults.Select(fault => fault.Parameter).ToHashSet(StringComparer.Ordinal);
                    faults.AddRange(
                        result
                            .Errors.Select(failure => (CamelCase.Of(failure.PropertyName), failure.ErrorMessage))
                            .Where(fault => !told.Contains(fault.Item1))
                    );
                    return ValueTask.FromResult<object?>(Refuse(faults));
                }
            );
    }

    /// <summary>The query among the arguments of an endpoint.</summary>
    public static Query QueryOf(EndpointFilterInvocationContext context)
    {
        for (var index = 0; index < context.Arguments.Count; index++)
        {
            if (context.Arguments[index] is Query query)
            {
                return query;
            }
        }

        throw new InvalidOperationException("An endpoint with query parameters must take a query.");
    }

    private static ProblemResult Refuse(IEnumerable<(string Parameter, string Message)> faults) =>
        new(
            Error.InvalidParameter(
                faults
                    .GroupBy(fault => fault.Parameter, StringComparer.Ordinal)
                    .ToDictionary(
                        group => group.Key,
                        group => group.Select(fault => fault.Message).Distinct().ToArray()
                    )
            )
        );

    private static (string Parameter, string Message)? TooLong(HttpRequest request)
    {
        var length = request.QueryString.Value?.Length ?? 0;
        if (length <= LongestQueryString)
        {
            return null;
        }

        var longest = request.Query.MaxBy(pair => pair.Value.Sum(value => value?.Length ?? 0)).Key;
        return (
            Quote.Of(longest ?? "?"),
            $"The query string has {length} characters; at most {LongestQueryString} are allowed."
        );
    }

    private static List<(string Parameter, string Message)> Check(HttpRequest request, QueryShape shape)
    {
        var faults = new List<(string, string)>();
        foreach (var (name, values) in request.Query.Take(MostFaults))
        {
            var parameter = shape.Find(name);
            if (parameter is null)
            {
                faults.Add((Quote.Of(name), faults.Count == 0 ? Unknown(shape) : "There is no such parameter."));
            }
            else if (values.Count > 1 && !parameter.IsRepeatable)
            {
                faults.Add((name, $"It is given {values.Count} times; give it once."));
            }

            if (QuickLook.HasControlCharacter(values))
            {
                faults.Add((Quote.Of(name), "It has a control character; none is allowed."));
            }
        }

        return faults;
    }

    private static string Unknown(QueryShape shape) =>
        shape.Parameters.Count == 0
            ? "There is no such parameter; this address takes none."
            : $"There is no such parameter; allowed: {string.Join(", ", shape.Parameters.Select(parameter => parameter.Name))}.";
}

/// <summary>Says which query type an endpoint takes, for OpenAPI and the contract tests.</summary>
internal sealed record ValidatedQuery(Type Type)
{
    private IValidator? _validator;

    /// <summary>Whether a request without parameters is right.</summary>
    public bool NeedsNothing { get; } = !Type.IsAssignableTo(typeof(IDemandingQuery));

    /// <summary>What the query is held to, made when it is first needed: a search through all types for validators would take longer than the start.</summary>
    public IValidator Validator => LazyInitializer.EnsureInitialized(ref _validator, () => Make(Type));

    /// <summary>The validator stands beside its query and is named after it.</summary>
    private static IValidator Make(Type query) =>
        (IValidator)
            Activator.CreateInstance(
                query.Assembly.GetType($"{query.FullName}Validator")
                    ?? throw new InvalidOperationException($"There is no {query.Name}Validator beside {query.Name}.")
            )!;
}
