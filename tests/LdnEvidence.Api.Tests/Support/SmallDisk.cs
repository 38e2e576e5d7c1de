using System.Diagnostics;

namespace LdnEvidence.Api.Tests.Support;

/// <summary>A small file system of its own, which can be filled and set to read-only. It takes Linux and the right to mount.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SmallDisk()
    {
        if (!Mount("-t", "tmpfs", "-o", "size=16m", "tmpfs", _folder.Path))
        {
            _folder.Dispose();
            Assert.Skip("Only a user who may mount file systems can try this.");
        }
    }

    public string Path => _folder.Path;

    public string File(string name) => _folder.File(name);

    public void SetReadOnly() => Mount("-o", "remount,ro", Path).ShouldBeTrue();

    /// <summary>Writes until there is no room left.</summary>
    public void Fill()
    {
        using var file = System.IO.File.Create(File("filling"));
        try
        {
            while (true)
            {
                file.Write(new byte[4096]);
                file.Flush();
            }
        }
        catch (IOException)
        {
            // It is full.
        }
    }

    public void Dispose()
    {
        // Also where something still has a file open.
        using var unmount = Process.Start("umount", ["--lazy", Path]);
        unmount.WaitForExit();
        _folder.Dispose();
    }

    private static bool Mount(params string[] arguments)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        using var mount = Process.Start(
            new ProcessStartInfo("mount", arguments)
            {
                UseShellExecute = false,
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            }
        )!;
        mount.WaitForExit();
        return mount.ExitCode == 0;
    }
}
