namespace LdnEvidence.Api.Data.Rows;

internal sealed class MechanismRow : CodedRow<MechanismCodeRow>;
