using NUnit.Framework;
using SystemSim.Host;

namespace SystemSim.Tests.Host;

/// <summary>The page is found beside the program, or where the repository has published it, and nowhere else.</summary>
public sealed class PageFilesTests
{
    [TestCase("program/page/index.html")]
    [TestCase("artifacts/publish/SystemSim.Page/release/wwwroot/index.html")]
    public void It_is_found_where_packages_and_the_repository_have_it(string index)
    {
        using var folder = new TemporaryFolder();
        folder.Write("SystemSim.sln", []);
        folder.Write(index, "here"u8.ToArray());

        var page = PageFiles.Find(named: null, Path.Combine(folder.Path, "program"));

        Assert.That(page.At("/")?.File, Is.EqualTo(Path.Combine(folder.Path, index)));
        Assert.That(page.At("/../SystemSim.sln"), Is.Null);
    }

    [Test]
    public void Where_it_is_not_the_command_is_named_that_builds_it()
    {
        using var folder = new TemporaryFolder();
        folder.Write("SystemSim.sln", []);

        var missing = Assert.Throws<UserError>(() => PageFiles.Find(named: null, Path.Combine(folder.Path, "program")));

        Assert.That(missing.Code, Is.EqualTo(ExitCode.WrongUsage));
        Assert.That(missing.Hint, Does.StartWith("'dotnet publish engine/Page -c Release' builds it"));
    }
}
