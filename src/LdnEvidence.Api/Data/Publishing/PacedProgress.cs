namespace LdnEvidence.Api.Data.Publishing;

/// <summary>Tells of the progress at most once a second, and of work that is done within the first second not at all.</summary>
internal sealed class PacedProgress(TimeProvider clock, Action<PublishingProgress> tell) : IProgress<PublishingProgress>
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private long _last = clock.GetTimestamp();

    public void Report(PublishingProgress value)
    {
        var now = clock.GetTimestamp();
        if (clock.GetElapsedTime(_last, now) >= Pace)
        {
            _last = now;
            tell(value);
        }
    }
}
