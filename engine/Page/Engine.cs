using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Loader;
using System.Text.Json;

namespace SystemSim.Page;

/// <summary>What the script of the page may ask of the engine, in JSON; <c>wwwroot/engine.js</c> passes it on.</summary>
internal static partial class Engine
{
    private static readonly Session Session = new(Tell);

    /// <summary>What can be opened without a file.</summary>
    [JSExport]
    public static string About() => JsonSerializer.Serialize(Catalogue.All(), PageJson.Default.Catalogue);

    /// <summary>Takes in a part of the engine that is not there from the start.</summary>
    /// <param name="assembly">Its bytes, as they were published.</param>
    [JSExport]
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Publishing trims it together with what calls it.")]
    public static void Load(byte[] assembly)
    {
        using var bytes = new MemoryStream(assembly);
        AssemblyLoadContext.Default.LoadFromStream(bytes);
    }

    /// <summary>Opens a place.</summary>
    /// <param name="what">An <see cref="Opening"/>.</param>
    /// <returns>An <see cref="Opened"/>.</returns>
    [JSExport]
    public static async Task<string> Open(string what) =>
        JsonSerializer.Serialize(
            await Session.Open(JsonSerializer.Deserialize(what, PageJson.Default.Opening)!),
            PageJson.Default.Opened
        );

    /// <summary>Runs with central values.</summary>
    /// <param name="told">The option to tell of; empty for the scenario's own.</param>
    /// <returns>What is wrong; empty when nothing is.</returns>
    [JSExport]
    public static Task<string> First(string told) => Session.First(told);

    /// <summary>Runs what is open with central values and other numbers.</summary>
    /// <param name="changes">All that is changed now, a line each, as <c>path=value</c>.</param>
    /// <param name="told">The option to tell of; empty for the scenario's own.</param>
    /// <returns>What is wrong; empty when nothing is.</returns>
    [JSExport]
    public static Task<string> Move(string changes, string told) =>
        Session.Move(changes.Split('\n', StringSplitOptions.RemoveEmptyEntries), told);

    /// <summary>All numbers that can be moved.</summary>
    /// <returns>A <see cref="NumberList"/>.</returns>
    [JSExport]
    public static async Task<string> Numbers() => JsonSerializer.Serialize(await Session.Numbers(), PageJson.Default.NumberList);

    /// <summary>A number as a slider.</summary>
    /// <param name="path">Its path.</param>
    /// <returns>A <see cref="Page.Slider"/>; null where there is no such number.</returns>
    [JSExport]
    public static async Task<string> Slider(string path) => JsonSerializer.Serialize(await Session.Slider(path), PageJson.Default.Slider!);

    /// <summary>The paths of the numbers that move the answer most.</summary>
    [JSExport]
    public static string Widest() => JsonSerializer.Serialize(Session.Widest(), PageJson.Default.ImmutableArrayString);

    /// <summary>Where single numbers turn the answer.</summary>
    /// <returns>An array of <see cref="Turn"/>.</returns>
    [JSExport]
    public static async Task<string> Turns() => JsonSerializer.Serialize(await Session.Turns(), PageJson.Default.ImmutableArrayTurn);

    /// <summary>How far single numbers move the answer.</summary>
    /// <returns>An array of <see cref="Effect"/>; none where that is not known.</returns>
    [JSExport]
    public static string Effects() => JsonSerializer.Serialize(Session.Effects(), PageJson.Default.ImmutableArrayEffect);

    /// <summary>What it is worth to know each number before choosing, as HTML.</summary>
    [JSExport]
    public static Task<string> Information() => Session.Information();

    /// <summary>Which option is told of.</summary>
    /// <param name="asked">The option that was asked for; empty for none.</param>
    /// <returns>A <see cref="Page.Choices"/>.</returns>
    [JSExport]
    public static async Task<string> Choices(string asked) =>
        JsonSerializer.Serialize(await Session.Choices(asked), PageJson.Default.Choices);

    /// <summary>Runs with all that belongs to an answer; tells on the way what is known.</summary>
    /// <param name="told">The option to tell of; empty for the scenario's own.</param>
    /// <returns>What is wrong; empty when nothing is.</returns>
    [JSExport]
    public static Task<string> Whole(string told) => Session.Whole(told);

    /// <summary>A screen of what has been run, as HTML.</summary>
    /// <param name="name">Its name in the address.</param>
    /// <param name="option">The option that it is to be of; empty for the one that is told of.</param>
    [JSExport]
    public static string Screen(string name, string option) => Session.Screen(name, option);

    /// <summary>The text of what is open, with what was changed.</summary>
    /// <param name="what">A <see cref="Keeping"/>.</param>
    /// <returns>A <see cref="Kept"/>.</returns>
    [JSExport]
    public static async Task<string> Keep(string what) =>
        JsonSerializer.Serialize(
            await Page.Session.Keep(JsonSerializer.Deserialize(what, PageJson.Default.Keeping)!),
            PageJson.Default.Kept
        );

    /// <summary>A file to take away.</summary>
    /// <param name="name"><c>workbook</c>, <c>report</c> or <c>place</c>.</param>
    /// <param name="reasons">Why numbers were moved, an array of <see cref="Reason"/>.</param>
    [JSExport]
    public static byte[] Leaf(string name, string reasons) =>
        Session.Leaf(name, JsonSerializer.Deserialize(reasons, PageJson.Default.ImmutableArrayReason));

    /// <summary>Tells the script how far the engine is.</summary>
    /// <param name="stage">The stage; <c>known</c> when a screen can be asked for that shows more.</param>
    /// <param name="share">Share of it that is done.</param>
    [JSImport("tell", "page")]
    private static partial void Tell(string stage, double share);
}
