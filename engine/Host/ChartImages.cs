using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using SystemSim.Reporting;

namespace SystemSim.Host;

/// <summary>Makes images of charts with a browser that is installed.</summary>
internal sealed class ChartImages(HostEnvironment environment)
{
    private const int PixelsPerUnit = 2;
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Draws charts.</summary>
    /// <param name="pictures">The charts.</param>
    /// <param name="most">Most browsers at a time.</param>
    /// <param name="stop">Interrupts it.</param>
    /// <returns>Names and bytes of PNG files, in the order of the charts.</returns>
    /// <exception cref="UserError">No browser is there, or it draws nothing.</exception>
    public async Task<ImmutableArray<(string Name, byte[] Bytes)>> Draw(IEnumerable<Picture> pictures, int most, CancellationToken stop)
    {
        var browser = Browser();
        var folder = Directory.CreateTempSubdirectory("systemsim");
        try
        {
            var drawn = new List<(string, byte[])>();
            foreach (var several in pictures.Chunk(most))
            {
                drawn.AddRange(await Task.WhenAll(several.Select(picture => Draw(browser, folder.FullName, picture, stop))));
            }

            return [.. drawn];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The browser that <c>CHROMIUM</c> names, or the first that is on the path; asked before the work of a run is done.</summary>
    /// <exception cref="UserError">There is none.</exception>
    public string Browser()
    {
        if (environment.Browser is { } stated)
        {
            return File.Exists(stated) ? stated : throw Missing($"CHROMIUM names {stated}, and there is no such file.");
        }

        return environment
            .Path.SelectMany(folder => Names.SelectMany(name => new[] { Path.Combine(folder, name), Path.Combine(folder, $"{name}.exe") }))
            .FirstOrDefault(File.Exists)
            ?? throw Missing("no Chromium or Chrome was found to draw images with.");
    }

    private static UserError Missing(string sentence) =>
        new(
            ExitCode.Disk,
            $"systemsim: {sentence}",
            "install chromium, name it in the variable CHROMIUM, or leave out --png: the charts are there as SVG."
        );

    private static async Task<(string, byte[])> Draw(string browser, string folder, Picture picture, CancellationToken stop)
    {
        var (svg, png) = (Path.Combine(folder, $"{picture.Name}.svg"), Path.Combine(folder, $"{picture.Name}.png"));
        await File.WriteAllBytesAsync(svg, Rendering.Svg(picture), stop);
        var start = new ProcessStartInfo(browser) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (
            var word in (string[])
                [
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-background-networking",
                    "--hide-scrollbars",
                    $"--force-device-scale-factor={PixelsPerUnit}",
                    $"--user-data-dir={Path.Combine(folder, $"{picture.Name}.profile")}",
                    $"--screenshot={png}",
                    string.Create(CultureInfo.InvariantCulture, $"--window-size={Picture.Width:0},{picture.Height:0}"),
                    new Uri(svg).AbsoluteUri,
                ]
        )
        {
            start.ArgumentList.Add(word);
        }

        try
        {
            using var process = Process.Start(start)!;
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
            patience.CancelAfter(Patience);
            try
            {
                await Task.WhenAll(
                    process.StandardOutput.ReadToEndAsync(patience.Token),
                    process.StandardError.ReadToEndAsync(patience.Token),
                    process.WaitForExitAsync(patience.Token)
                );
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                stop.ThrowIfCancellationRequested();
            }
        }
        catch (ExternalException failed)
        {
            throw Missing($"{browser} cannot be started: {failed.Message}.");
        }

        return File.Exists(png)
            ? ($"{picture.Name}.png", await File.ReadAllBytesAsync(png, stop))
            : throw Missing($"{browser} drew nothing of {picture.Name}.");
    }
}
