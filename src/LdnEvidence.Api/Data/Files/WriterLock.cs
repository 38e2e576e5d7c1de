namespace LdnEvidence.Api.Data.Files;

/// <summary>
/// Lets one process at a time migrate, publish or rebuild. SQLite's own lock lasts for a transaction, and waits for a few seconds only; this one is a
/// lock on the file <c>database.lock</c>, which the operating system frees with the process.
/// </summary>
internal static class WriterLock
{
    /// <summary>What opening a file that another process holds fails with: Linux, macOS, Windows.</summary>
    private static readonly int[] IsHeld = [11, 35, unchecked((int)0x80070020)];

    /// <summary>Waits until no other process writes.</summary>
    /// <returns>The lock, to be disposed of.</returns>
    public static async Task<FileStream> Take(string database, ILogger log, CancellationToken cancellationToken)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            try
            {
                return new FileStream(database + ".lock", OwnFiles.Options(FileMode.OpenOrCreate, FileShare.None));
            }
            catch (IOException held) when (IsHeld.Contains(held.HResult))
            {
                if (isFirst)
                {
                    log.LogWarning("Another process is writing to {Database}; waiting until it is done", database);
                }

                await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
            }
        }
    }
}
