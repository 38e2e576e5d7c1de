using System.Reflection;

namespace LdnEvidence.Domain.Tests;

public sealed class ErrorTests
{
    private static readonly Dictionary<string, string[]> OneFault = new(StringComparer.Ordinal)
    {
        ["limit"] = ["It must be 1 to 100."],
    };

    [Fact]
    public void The_codes_are_unique() => Error.Codes.ShouldBeUnique();

    [Fact]
    public void The_codes_are_kebab_case() => Error.Codes.ShouldAllBe(code => IsKebabCase(code));

    [Fact]
    public void Every_factory_makes_a_listed_code_and_every_listed_code_is_made() =>
        OneOfEach().Select(error => error.Code).Distinct().ShouldBe(Error.Codes, ignoreOrder: true);

    [Fact]
    public void A_code_has_one_title_and_one_kind_whichever_factory_made_it() =>
        OneOfEach().GroupBy(error => error.Code).ShouldAllBe(same => same.Select(TitleAndKind).Distinct().Count() == 1);

    [Fact]
    public void A_code_that_ends_in_not_found_is_of_the_kind_not_found() =>
        OneOfEach()
            .Where(error => error.Kind == ErrorKind.NotFound)
            .Select(error => error.Code)
            .Distinct()
            .ShouldBe(
                Error.Codes.Where(code => code.EndsWith("-not-found", StringComparison.Ordinal)),
                ignoreOrder: true
            );

    [Fact]
    public void Each_code_has_its_guide_in_the_same_words() =>
        ErrorGuide
            .All.Select(guide => (guide.Code, guide.Kind, guide.Title))
            .ShouldBe(
                Error
                    .Codes.Select(code => OneOfEach().First(error => error.Code == code))
                    .Select(error => (error.Code, error.Kind, error.Title))
            );

    [Fact]
    public void A_guide_is_written_in_sentences() =>
        ErrorGuide.All.ShouldAllBe(guide =>
            guide.Meaning.EndsWith('.')
            && guide.Remedy.EndsWith('.')
            && guide.Meaning.Length < 140
            && guide.Remedy.Length < 140
        );

    [Fact]
    public void Every_error_says_what_happened() =>
        OneOfEach().ShouldAllBe(error => error.Title.Length > 0 && error.Detail.Length > 0);

    [Fact]
    public void An_invalid_parameter_is_named_and_keeps_its_faults()
    {
        var error = Error.InvalidParameter(OneFault);

        error.Detail.ShouldBe("The query parameter 'limit' is not valid.");
        error.Faults.ShouldBe(OneFault);
    }

    [Fact]
    public void Several_invalid_parameters_are_all_named()
    {
        var faults = new Dictionary<string, string[]>(OneFault, StringComparer.Ordinal) { ["cursor"] = ["Foreign."] };

        Error.InvalidParameter(faults).Detail.ShouldBe("These query parameters are not valid: limit, cursor.");
    }

    [Fact]
    public void A_missing_record_is_named_with_its_kind_in_words() =>
        Error
            .NotFound("evidence-level", "gold", "in release 3")
            .Detail.ShouldBe("No evidence level has the id 'gold' in release 3.");

    private static (string Title, ErrorKind Kind) TitleAndKind(Error error) => (error.Title, error.Kind);

    private static bool IsKebabCase(string text) =>
        text.Split('-').All(word => word.Length > 0 && word.All(char.IsAsciiLetterLower));

    /// <summary>Calls every factory, and the one that takes a kind of record with each kind.</summary>
    private static IReadOnlyList<Error> OneOfEach() =>
        [
            .. typeof(Error)
                .GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Where(method => method.ReturnType == typeof(Error))
                .SelectMany(factory =>
                    factory.GetParameters().Any(parameter => parameter.Name == "recordKind")
                        ? Error.RecordKinds.Select(kind => Make(factory, kind))
                        : [Make(factory, "text")]
                ),
        ];

    private static Error Make(MethodInfo factory, string text) =>
        (Error)
            factory.Invoke(
                null,
                [
                    .. factory
                        .GetParameters()
                        .Select(parameter =>
                            parameter.ParameterType == typeof(string) ? text
                            : parameter.ParameterType == typeof(int) ? 1000
                            : (object)OneFault
                        ),
                ]
            )!;
}
