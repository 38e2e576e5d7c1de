namespace LdnEvidence.Api.Data.Rows;

internal sealed class OutcomeRow : CodedRow<OutcomeCodeRow>;
