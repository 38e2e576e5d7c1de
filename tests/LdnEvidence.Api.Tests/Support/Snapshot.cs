namespace LdnEvidence.Api.Tests.Support;

/// <summary>Compares what callers see with a golden file beside the tests. UPDATE_SNAPSHOTS=1 renews the files; a build server never does.</summary>
internal static class Snapshot
{
    private static readonly bool IsUpdating =
        Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1"
        && Environment.GetEnvironmentVariable("CI") is null;

    public static void Matches(string text, params string[] path)
    {
        var file = Path.Combine([Folders.Project, .. path]);
        text = text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        if (IsUpdating)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
            return;
        }

        File.Exists(file).ShouldBeTrue($"{file} is missing; UPDATE_SNAPSHOTS=1 dotnet test writes it.");
        text.ShouldBe(
            File.ReadAllText(file),
            $"{file} differs; if the change is meant, UPDATE_SNAPSHOTS=1 dotnet test renews it."
        );
    }
}
