// Calls a running service with the client of each generator: dotnet run -- http://localhost:5080
using Clients;

using var http = new HttpClient { BaseAddress = new Uri(args[0]) };
Dictionary<string, ICatalogue> clients = new()
{
    ["NSwag with Newtonsoft.Json"] = new NSwagNewtonsoft(http),
    ["NSwag with System.Text.Json"] = new NSwagSystemTextJson(http),
    ["Kiota"] = new Kiota(http),
};

var failed = false;
foreach (var (name, client) in clients)
{
    foreach (var (wish, expect) in new Expectations(client, http).All())
    {
        try
        {
            await expect();
            Console.WriteLine($"{name}: {wish}");
        }
        catch (Exception fault)
        {
            failed = true;
            Console.Error.WriteLine($"{name}: {wish}: {fault}");
        }
    }
}

return failed ? 1 : 0;
