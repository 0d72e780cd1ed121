using System.Diagnostics;
using NUnit.Framework;

namespace SystemSim.Acceptance;

/// <summary>The other program in whose hands workbooks are tried.</summary>
internal static class LibreOffice
{
    /// <summary>What it calls the workbooks that it writes.</summary>
    public const string Workbook = "xlsx:Calc MS Excel 2007 XML";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Has it open a workbook or a table and write it again, with settings of its own, into the folder <c>converted</c>.</summary>
    /// <param name="here">Where it lies.</param>
    /// <param name="name">Its name.</param>
    /// <param name="kind">As what it is written.</param>
    /// <returns>What is written.</returns>
    public static byte[] Convert(Workplace here, string name, string kind = Workbook)
    {
        var start = new ProcessStartInfo("soffice")
        {
            WorkingDirectory = here.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] words =
        [
            $"-env:UserInstallation={new Uri(here.At("profile"))}",
            "--headless",
            "--norestore",
            "--convert-to",
            kind,
            "--outdir",
            here.At("converted"),
            here.At(name),
        ];
        foreach (var word in words)
        {
            start.ArgumentList.Add(word);
        }

        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            Assert.Fail(
                $"LibreOffice is needed to open what was written, and is not there: {missing.Message}. Debian and Ubuntu have it as libreoffice-calc."
            );
        }

        var said = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail("LibreOffice did not end.");
        }

        var written = here.At($"converted/{Path.ChangeExtension(name, kind.Split(':')[0])}");
        Assert.That(File.Exists(written), Is.True, $"{said.Result}{errors.Result}");
        return File.ReadAllBytes(written);
    }
}
