using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SystemSim.PageTests;

/// <summary>Looks at screens as people with a wide or a narrow window and with colours of their own see them, and keeps what stands in
/// their way.</summary>
/// <param name="page">The page.</param>
internal sealed class Onlooker(IPage page)
{
    private static readonly (int Width, ForcedColors Forced)[] Media =
    [
        (1280, ForcedColors.None),
        (794, ForcedColors.None),
        (390, ForcedColors.None),
        (320, ForcedColors.None),
        (1280, ForcedColors.Active),
    ];

    private readonly List<string> found = [];

    /// <summary>All that was found.</summary>
    public IReadOnlyList<string> Found => found;

    /// <summary>Looks at what is shown: rules of access, and whether it has to be scrolled sideways.</summary>
    /// <param name="screen">What it is called in what is found.</param>
    public async Task LookAt(string screen)
    {
        foreach (var (width, forced) in Media)
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new() { ForcedColors = forced });
            var axe = await page.RunAxe();
            found.AddRange(axe.Violations.Select(violation =>
                $"{screen} at {width}, {forced}: {violation.Id}: {violation.Help}: {violation.Nodes[0].Html}"));
            if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
            {
                found.Add($"{screen} at {width} has to be scrolled sideways");
            }
        }
    }
}
