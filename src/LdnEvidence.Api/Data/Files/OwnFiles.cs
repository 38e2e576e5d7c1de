namespace LdnEvidence.Api.Data.Files;

/// <summary>How the program creates files: readable and writable by its user, readable by its group, closed to others.</summary>
internal static class OwnFiles
{
    private const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;

    /// <summary>Options to open a file for reading and writing. A file that exists keeps the mode that it has.</summary>
    public static FileStreamOptions Options(FileMode mode, FileShare share)
    {
        var options = new FileStreamOptions
        {
            Mode = mode,
            Access = FileAccess.ReadWrite,
            Share = share,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Mode;
        }

        return options;
    }
}
