using System.CommandLine;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Publishing;
using LdnEvidence.Api.Data.Publishing.Seed;
using LdnEvidence.Api.Data.Sqlite;
using LdnEvidence.Api.Data.Verification;
using LdnEvidence.Api.Http.Limits;
using Microsoft.Extensions.Options;

namespace LdnEvidence.Api.Commands;

/// <summary>The subcommands of the executable and their options.</summary>
internal static class CommandLine
{
    private static readonly Option<string> Database = new("--database")
    {
        Description =
            "The SQLite file that holds the catalogue. Default: catalogue.db in the working directory. Setting: Catalogue:DatabasePath.",
        HelpName = "file",
        Recursive = true,
    };

    private static readonly Option<string> SeedData = new("--seed-data")
    {
        Description =
            "The folder with the seed files. Default: the copy beside the executable. Setting: Catalogue:SeedDataPath.",
        HelpName = "folder",
        Recursive = true,
    };

    private static readonly Option<string> FurtherCodes = new("--further-codes")
    {
        Description =
            "A JSON file with codes that are added to conditions when the seed data is published, such as SNOMED CT. Default: none. Setting: Catalogue:FurtherCodesPath.",
        HelpName = "file",
        Recursive = true,
    };

    private static readonly Option<string> Urls = new("--urls")
    {
        Description = "Where serve listens, separated by semicolons. Default: http://localhost:5080.",
        HelpName = "addresses",
        Recursive = true,
    };

    /// <summary>Options of the framework's own host, which its test host passes in.</summary>
    private static readonly Option<string>[] OfTheHost =
    [
        .. new[] { "--environment", "--contentRoot", "--applicationName" }.Select(Hidden),
    ];

    private static readonly Setting[] Settings =
    [
        new(Database, $"{CatalogueOptions.Section}:{nameof(CatalogueOptions.DatabasePath)}"),
        new(SeedData, $"{CatalogueOptions.Section}:{nameof(CatalogueOptions.SeedDataPath)}"),
        new(FurtherCodes, $"{CatalogueOptions.Section}:{nameof(CatalogueOptions.FurtherCodesPath)}"),
        new(Urls, "urls"),
        .. OfTheHost.Select(option => new Setting(option, option.Name.TrimStart('-'))),
    ];

    /// <summary>Runs what the arguments ask for.</summary>
    /// <param name="args">The process's arguments.</param>
    /// <param name="compose">Composes the application, told whether it is only to serve; the other commands only use its services.</param>
    /// <returns>The exit code: 0 when all went well, 1 when something was wrong.</returns>
    public static async Task<int> Run(string[] args, Func<string[], bool, WebApplication> compose)
    {
        var serve = new Command(
            "serve",
            "Serves the catalogue over HTTP (the default). On an empty database it publishes the seed data first."
        );
        var publish = new Command(
            "publish",
            "Publishes the seed data as the next release. Does nothing when the latest release already has this content."
        );
        var check = new Command(
            "check",
            "Checks the seed data and prints every fault. With --database, checks that database instead: every document, digest and chain digest, and that everything else in it is what the documents give. Names the first difference. Writes nothing."
        );
        var rebuild = new Command(
            "rebuild",
            "Makes everything in the database anew that follows from its documents, such as the search index. Changes nothing where the documents are not as they were published."
        );
        var migrate = new Command("migrate", "Makes the database if it is missing and brings its schema up to date.");
        var root = new RootCommand(
            "LDN Evidence: what is claimed about low-dose naltrexone, and how strong the cited evidence is."
        )
        {
            serve,
            publish,
            check,
            rebuild,
            migrate,
            Database,
            SeedData,
            FurtherCodes,
            Urls,
        };
        foreach (var option in OfTheHost)
        {
            root.Add(option);
        }

        Handle(root, Serve);
        Handle(serve, Serve);
        Handle(publish, Publish);
        check.SetAction(
            (parsed, cancellationToken) =>
                Guard(
                    () => compose(ToConfiguration(parsed), false),
                    parsed.GetValue(Database) is null ? Check : CheckDatabase,
                    cancellationToken
                )
        );
        Handle(rebuild, Rebuild);
        Handle(migrate, Migrate);
        using var termination = new Termination();
        return await root.Parse(args)
            .InvokeAsync(
                new InvocationConfiguration
                {
                    EnableDefaultExceptionHandler = false,
                    // The library would end the process two seconds after a signal, whatever is still being answered.
                    ProcessTerminationTimeout = null,
                },
                termination.Requested
            );

        void Handle(Command command, Func<WebApplication, CancellationToken, Task> work) =>
            command.SetAction(
                (parsed, cancellationToken) =>
                    Guard(() => compose(ToConfiguration(parsed), work == Serve), work, cancellationToken)
            );
    }

    private static Option<string> Hidden(string name) => new(name) { Hidden = true, Recursive = true };

    /// <summary>The options as the configuration's own command-line provider reads them.</summary>
    private static string[] ToConfiguration(ParseResult parsed) =>
        [
            .. Settings
                .Where(setting => parsed.GetValue(setting.Option) is not null)
                .Select(setting => $"--{setting.Key}={parsed.GetValue(setting.Option)}"),
        ];

    private static async Task<int> Guard(
        Func<WebApplication> compose,
        Func<WebApplication, CancellationToken, Task> work,
        CancellationToken cancellationToken
    )
    {
        if (OpenFiles.Limit < OpenFiles.Min)
        {
            await Console.Error.WriteLineAsync(
                $"This process may have only {OpenFiles.Limit} files open at once and needs {OpenFiles.Min}. Raise the limit, with LimitNOFILE or ulimit -n."
            );
            return 1;
        }

        try
        {
            await using var app = compose();
            await work(app, cancellationToken);
            return 0;
        }
        catch (Exception told)
            when (told
                    is SeedFaultsException
                        or CatalogueDatabaseException
                        or AlteredDatabaseException
                        or AddressException
                        or OptionsValidationException
                        or InvalidOperationException { InnerException: FormatException or OverflowException }
            )
        {
            await Console.Error.WriteLineAsync(told.Message);
            return 1;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped before it was done; no release was changed.");
            return 1;
        }
    }

    private static async Task Serve(WebApplication app, CancellationToken cancellationToken)
    {
        await using (var scope = app.Services.CreateAsyncScope())
        {
            // It is not there where the file needs nothing.
            if (scope.ServiceProvider.GetService<CatalogueStart>() is { } start)
            {
                await start.Prepare(cancellationToken);
            }
        }

        try
        {
            await app.RunAsync(cancellationToken);
        }
        catch (FormatException malformed)
        {
            throw new AddressException(
                $"{malformed.Message} Write an address to listen at as http://localhost:5080 (--urls)."
            );
        }
        catch (IOException inUse) when (inUse.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new AddressException(
                $"{inUse.Message} Stop the program that listens there, or name another address with --urls."
            );
        }
    }

    private static async Task Publish(WebApplication app, CancellationToken cancellationToken)
    {
        await using var scope = app.Services.CreateAsyncScope();
        Publication publication;
        using (var progress = ProgressLine.OnConsole(app.Services.GetRequiredService<TimeProvider>()))
        {
            publication = await scope
                .ServiceProvider.GetRequiredService<ReleasePublisher>()
                .Publish(cancellationToken, progress);
        }

        Console.WriteLine(
            publication.IsNew
                ? $"Published release {publication.Number}, digest {publication.Digest}."
                : $"Nothing to publish: release {publication.Number} already has this content, digest {publication.Digest}."
        );
    }

    private static async Task Check(WebApplication app, CancellationToken cancellationToken)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var seed = scope.ServiceProvider.GetRequiredService<SeedFolder>();
        ReleaseContent content;
        using (var progress = ProgressLine.OnConsole(app.Services.GetRequiredService<TimeProvider>()))
        {
            content = ReleaseContent.From(await seed.Read(cancellationToken, progress), progress);
        }

        Console.WriteLine(
            $"The seed data in {seed.Location} has no fault: {content.Claims.Count} claims, {content.Studies.Count} studies, digest {content.Digest}."
        );
    }

    private static async Task CheckDatabase(WebApplication app, CancellationToken cancellationToken)
    {
        await using var scope = app.Services.CreateAsyncScope();
        VerifiedDatabase verified;
        using (var progress = ProgressLine.OnConsole(app.Services.GetRequiredService<TimeProvider>()))
        {
            verified = await scope.ServiceProvider.GetRequiredService<DatabaseCheck>().Run(cancellationToken, progress);
        }

        Console.WriteLine(
            $"The database is as it was published: {verified.Releases} releases, {verified.Records} records, chain digest {verified.Chain}."
        );
    }

    private static async Task Rebuild(WebApplication app, CancellationToken cancellationToken)
    {
        await using var scope = app.Services.CreateAsyncScope();
        VerifiedDatabase rebuilt;
        using (var progress = ProgressLine.OnConsole(app.Services.GetRequiredService<TimeProvider>()))
        {
            rebuilt = await scope
                .ServiceProvider.GetRequiredService<DatabaseRebuild>()
                .Run(cancellationToken, progress);
        }

        Console.WriteLine(
            $"Rebuilt from the documents: {rebuilt.Releases} releases, {rebuilt.Records} records, chain digest {rebuilt.Chain}. Restart a service that reads this database, so that it forgets what it read before."
        );
    }

    private static async Task Migrate(WebApplication app, CancellationToken cancellationToken)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope
            .ServiceProvider.GetRequiredService<SqliteDatabase>()
            .Prepare(() => Task.CompletedTask, cancellationToken);
        Console.WriteLine("The database is up to date.");
    }

    /// <summary>An option and the setting that it gives.</summary>
    private sealed record Setting(Option<string> Option, string Key);

    /// <summary>The service cannot listen where it was told to; the message says what to do.</summary>
    private sealed class AddressException(string message) : Exception(message);
}
