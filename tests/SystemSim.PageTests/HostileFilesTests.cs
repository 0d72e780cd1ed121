using System.Text;
using Microsoft.Playwright;
using NUnit.Framework;
using SystemSim.Acceptance;

namespace SystemSim.PageTests;

/// <summary>What somebody sends is shown as text, whatever it is: nothing in it runs, and it asks for nothing.</summary>
public sealed class HostileFilesTests
{
    private const string Script = "<script>alert(1)</script><img src=x onerror=alert(2)>";
    private const int Rejected = 5;

    [Test]
    public async Task Nothing_in_a_file_or_its_name_runs()
    {
        // Titles, notes, sources, units and the names of files; then some of the scenarios that are refused, at even distances.
        var marked = Street.Yaml.Replace("title: A street", $"title: \"A street {Script}\"", StringComparison.Ordinal)
            .Replace("title: Worked on paper", $"title: \"Worked {Script}\", note: \"{Script}\"", StringComparison.Ordinal)
            .Replace("title: Help at home", $"title: \"Help {Script}\"", StringComparison.Ordinal)
            .Replace("title: One pool", $"title: \"javascript:alert(3) {Script}\"", StringComparison.Ordinal);
        var valid = await File.ReadAllBytesAsync(Path.Combine(Repository.Scenarios, "rejected", "valid.yaml"));
        var refused = Directory.GetFiles(Path.Combine(Repository.Scenarios, "rejected"), "scenario.yaml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).ToArray();
        await using var here = await PageInBrowser.Open();
        await here.Page.Locator("#councils a").First.WaitForAsync();

        await Open("<img src=x onerror=alert(4)>.yaml", Encoding.UTF8.GetBytes(marked));
        await Assertions.Expect(here.Page.Locator("#opened")).ToContainTextAsync("<script>");
        await here.Worked();
        foreach (var screen in (string[])["options", "years", "why", "evidence", "place"])
        {
            await here.Go(screen);
            await here.Page.Locator("#screen h1").WaitForAsync();
        }

        await Open("scenario.yaml", Encoding.UTF8.GetBytes($"systemsim: 1\n{Script}: [\"{Script}\"]\ntitle: {Script}\n"));
        await Assertions.Expect(here.Page.Locator("#remarks")).ToContainTextAsync("<script>");
        for (var one = 0; one < Rejected; one++)
        {
            var text = await File.ReadAllTextAsync(refused[one * refused.Length / Rejected]);
            await Open("scenario.yaml", Encoding.UTF8.GetBytes(text.Replace("../valid.yaml", "valid.yaml", StringComparison.Ordinal)));
            await Assertions.Expect(here.Page.Locator("#remarks")).ToContainTextAsync("cannot be run");
        }

        Assert.That(await here.Page.Locator("main script, main img, main [onerror]").CountAsync(), Is.Zero);
        here.IsSound();

        async Task Open(string name, byte[] bytes)
        {
            await here.Page.EvaluateAsync("location.hash = '#/'");
            await here.Page.Locator("#files").SetInputFilesAsync([
                new FilePayload { Name = name, MimeType = "text/yaml", Buffer = bytes },
                new FilePayload { Name = "valid.yaml", MimeType = "text/yaml", Buffer = valid },
            ]);
        }
    }
}
