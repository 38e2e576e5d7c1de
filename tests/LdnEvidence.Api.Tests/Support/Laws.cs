using CsCheck;

namespace LdnEvidence.Api.Tests.Support;

/// <summary>What tests of laws need beside CsCheck.</summary>
internal static class Laws
{
    /// <summary>Any of these values.</summary>
    public static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    /// <summary>CsCheck runs its samples outside of async methods.</summary>
    public static T Wait<T>(Func<Task<T>> work) => Task.Run(work).GetAwaiter().GetResult();
}
