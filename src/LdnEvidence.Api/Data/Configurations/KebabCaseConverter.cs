using LdnEvidence.Domain.Identifiers;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LdnEvidence.Api.Data.Configurations;

/// <summary>Stores an enum as the word that callers see, so that the database can be read without the program.</summary>
internal sealed class KebabCaseConverter<TEnum>()
    : ValueConverter<TEnum, string>(value => KebabCase<TEnum>.Of(value), text => KebabCase<TEnum>.Parse(text))
    where TEnum : struct, Enum;
