using System.Runtime.InteropServices.JavaScript;
using System.Text.Json;

namespace SystemSim.Page;

/// <summary>What the script of the page may ask of the engine, in JSON; <c>wwwroot/engine.js</c> passes it on.</summary>
internal static partial class Engine
{
    private static readonly Desk OneDesk = new(Tell);

    /// <summary>What can be opened without a file.</summary>
    [JSExport]
    public static string About() => JsonSerializer.Serialize(Catalogue.All(), PageJson.Default.Catalogue);

    /// <summary>Opens a place.</summary>
    /// <param name="what">An <see cref="Opening"/>.</param>
    /// <returns>An <see cref="Opened"/>.</returns>
    [JSExport]
    public static async Task<string> Open(string what) =>
        JsonSerializer.Serialize(
            await OneDesk.Open(JsonSerializer.Deserialize(what, PageJson.Default.Opening)!),
            PageJson.Default.Opened
        );

    /// <summary>Runs with central values.</summary>
    /// <returns>What is wrong; empty when nothing is.</returns>
    [JSExport]
    public static Task<string> First() => OneDesk.First();

    /// <summary>Runs with all that belongs to an answer; tells on the way what is known.</summary>
    /// <returns>What is wrong; empty when nothing is.</returns>
    [JSExport]
    public static Task<string> Whole() => OneDesk.Whole();

    /// <summary>A screen of what has been run, as HTML.</summary>
    /// <param name="name">Its name in the address.</param>
    /// <param name="option">The option that it is to be of; empty for the one that is told of.</param>
    [JSExport]
    public static string Screen(string name, string option) => OneDesk.Screen(name, option);

    /// <summary>Tells the script how far the engine is.</summary>
    /// <param name="stage">The stage; <c>known</c> when a screen can be asked for that shows more.</param>
    /// <param name="share">Share of it that is done.</param>
    [JSImport("tell", "page")]
    private static partial void Tell(string stage, double share);
}
