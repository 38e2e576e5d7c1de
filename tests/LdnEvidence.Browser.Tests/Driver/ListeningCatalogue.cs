using System.Net;
using LdnEvidence.Api.Tests.Support;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(LdnEvidence.Browser.Tests.Driver.ListeningCatalogue))]

namespace LdnEvidence.Browser.Tests.Driver;

/// <summary>The service on the shipped seed, listening on a port of its own, started once for all tests.</summary>
public sealed class ListeningCatalogue : IDisposable
{
    private readonly CatalogueApp _app = new();

    public ListeningCatalogue()
    {
        _app.UseKestrel(server => server.Listen(IPAddress.Loopback, port: 0));
        _app.StartServer();
        var addresses = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        Address = new Uri(addresses.Single());
    }

    public Uri Address { get; }

    public void Dispose() => _app.Dispose();
}
