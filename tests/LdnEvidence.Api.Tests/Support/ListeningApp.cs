using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace LdnEvidence.Api.Tests.Support;

/// <summary>The service behind the real web server, on a port of its own, with all that it logs.</summary>
public sealed class ListeningApp : IDisposable
{
    private readonly LoggedLines _log = new();
    private readonly CatalogueApp _app;

    public ListeningApp()
        : this(_ => { }) { }

    internal ListeningApp(Action<IServiceCollection> settings)
    {
        _app = new CatalogueApp(SeedFiles.Minimal().Save())
        {
            Settings = services =>
            {
                _log.Capture(services);
                settings(services);
            },
        };
        _app.UseKestrel(0);
        _app.StartServer();
        Address = new Uri(
            _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()
        );
    }

    public Uri Address { get; }

    internal IReadOnlyCollection<LoggedLine> Alarms => _log.Alarming;

    internal Task<RawResponse> Send(string request, bool endsSending = false) =>
        RawExchange.Send(Address, request, endsSending);

    public void Dispose()
    {
        _app.Dispose();
        _log.Dispose();
    }
}
