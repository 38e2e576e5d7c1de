using LdnEvidence.Api.Commands;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Features.Audit;
using LdnEvidence.Api.Features.Claims;
using LdnEvidence.Api.Features.Conditions;
using LdnEvidence.Api.Features.Coverage;
using LdnEvidence.Api.Features.EvidenceLevels;
using LdnEvidence.Api.Features.Health;
using LdnEvidence.Api.Features.Impact;
using LdnEvidence.Api.Features.Lookup;
using LdnEvidence.Api.Features.Mechanisms;
using LdnEvidence.Api.Features.Outcomes;
using LdnEvidence.Api.Features.Releases;
using LdnEvidence.Api.Features.Search;
using LdnEvidence.Api.Features.Service;
using LdnEvidence.Api.Features.Studies;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Limits;
using LdnEvidence.Api.Http.Site;
using LdnEvidence.Api.OpenApi;
using LdnEvidence.Api.Pages;
using LdnEvidence.Api.Telemetry;

return await CommandLine.Run(args, Compose);

static WebApplication Compose(string[] settings, bool onlyServes)
{
    // appsettings.json and the seed lie beside the executable, wherever it is started from. Settings are read once: nothing watches the files.
    var builder = WebApplication.CreateSlimBuilder(
        new WebApplicationOptions
        {
            Args = [.. settings, "--hostBuilder:reloadConfigOnChange=false"],
            ContentRootPath = AppContext.BaseDirectory,
        }
    );
    builder.AddTelemetry();
    builder.AddHttp();
    builder.AddSite();
    builder.AddLimits();
    builder.AddCatalogue(onlyServes);
    builder.Services.AddOpenApiDocument();
    builder.Services.AddPages();
    builder.Services.AddHealthChecks().AddCheck<ReleaseServedCheck>("release");

    var app = builder.Build();
    app.UseTrustedProxies();
    app.UseBasePath();
    app.UseSecurityHeaders();
    app.UseRateLimits();
    app.UseAllowedHosts();
    app.UseHeadForGet();
    app.UseKeptAnswers();
    app.UseRequestIds();
    app.UseProblems();
    app.UseAllowedMethods();
    app.UseRouting();
    app.UseReadingFromAnywhere();
    app.UseOpenApiDocument();

    app.MapHealth();
    app.MapOpenApiDocument();
    var api = app.MapGroup(Address.Api);
    api.MapService();
    api.MapConditions();
    api.MapMechanisms();
    api.MapOutcomes();
    api.MapStudies();
    api.MapClaims();
    api.MapEvidenceLevels();
    api.MapReleases();
    api.MapAudit();
    api.MapCoverage();
    api.MapImpact();
    api.MapSearch();
    api.MapLookup();
    app.MapPages();
    return app;
}
