using System.Net;
using CsCheck;
using LdnEvidence.Api.Http.Limits;

namespace LdnEvidence.Api.Tests.Http.Limits;

public sealed class ClientPartitionTests
{
    private static readonly Gen<byte[]> IPv6 = Gen.Byte.Array[16];

    [Fact]
    public void An_ipv4_address_is_the_same_however_the_socket_shows_it() =>
        Gen
            .Byte.Array[4]
            .Select(bytes => new IPAddress(bytes))
            .Sample(address => ClientPartition.Of(address) == ClientPartition.Of(address.MapToIPv6()));

    [Fact]
    public void All_addresses_of_a_64_network_share_one_quota() =>
        Gen.Select(IPv6.Where(bytes => bytes[0] != 0), Gen.Byte.Array[8])
            .Sample(
                (address, other) =>
                    ClientPartition.Of(new IPAddress(address))
                    == ClientPartition.Of(new IPAddress([.. address[..8], .. other]))
            );

    [Fact]
    public void Countless_addresses_draw_on_a_bounded_number_of_quotas() =>
        IPv6.Sample(address => ClientPartition.Of(new IPAddress(address)) is >= 0 and < ClientPartition.Count);

    [Fact]
    public void Neighbours_seldom_share_a_quota()
    {
        var ipv4 = Enumerable.Range(0, 256).Select(i => new IPAddress([192, 0, 2, (byte)i]));
        var ipv6 = Enumerable.Range(0, 256).Select(i => IPAddress.Parse($"2001:db8:0:{i:x}::1"));

        ipv4.Select(ClientPartition.Of).Distinct().Count().ShouldBeGreaterThan(240);
        ipv6.Select(ClientPartition.Of).Distinct().Count().ShouldBeGreaterThan(240);
    }

    [Fact]
    public void A_caller_without_an_address_has_a_quota_too() => ClientPartition.Of(null).ShouldBe(0);
}
