using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace LdnEvidence.Api.Http.Limits;

/// <summary>
/// Which quota an address draws on. There are <see cref="Count"/> of them, so that an attacker with countless addresses cannot make the service keep
/// countless quotas. Two addresses may share one; which do is decided anew, and cannot be foreseen, at each start.
/// </summary>
internal static class ClientPartition
{
    public const int Count = 1 << 16;

    /// <summary>The partition of an IPv4 address, or of the /64 network that an IPv6 address is in: whoever has one address of it has them all.</summary>
    public static int Of(IPAddress? address)
    {
        if (address is null)
        {
            // A Unix socket has no address; whoever is behind it shares one quota.
            return 0;
        }

        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        var client = address switch
        {
            { AddressFamily: AddressFamily.InterNetwork } => BinaryPrimitives.ReadUInt32BigEndian(bytes),
            // A socket for both families shows IPv4 callers in this form.
            { IsIPv4MappedToIPv6: true } => BinaryPrimitives.ReadUInt32BigEndian(bytes[12..]),
            _ => BinaryPrimitives.ReadUInt64BigEndian(bytes),
        };
        return HashCode.Combine(client) & (Count - 1);
    }
}
