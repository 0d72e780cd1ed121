using System.Collections.Frozen;

namespace SystemSim.Host;

/// <summary>The files of the page: those of one folder, each by its name, and no others.</summary>
internal sealed class PageFiles
{
    private const string Index = "index.html";
    private const string Beside = "page";
    private const string Solution = "SystemSim.sln";
    private static readonly string Published = Path.Combine("artifacts", "publish", "SystemSim.Page", "release", "wwwroot");

    // What a browser must be told of, whatever the machine thinks of these endings.
    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".json"] = "application/json",
        [".wasm"] = "application/wasm",
    }.ToFrozenDictionary();

    private readonly FrozenDictionary<string, string> files;

    private PageFiles(string folder) =>
        files = Directory
            .GetFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetRelativePath(folder, file).Replace('\\', '/'), File: file))
            .SelectMany(one => one.Name == Index ? [("/", one.File), ($"/{Index}", one.File)] : new[] { ($"/{one.Name}", one.File) })
            .ToFrozenDictionary(one => one.Item1, one => one.File, StringComparer.Ordinal);

    /// <summary>Finds the page: in the folder that is named, else beside the program, else where the repository has published it.</summary>
    /// <param name="named">The folder that the caller names; null for none.</param>
    /// <param name="program">Folder of the program.</param>
    /// <exception cref="UserError">It is not there.</exception>
    public static PageFiles Find(string? named, string program)
    {
        string?[] places = named is not null ? [named] : [Path.Combine(program, Beside), InRepository(program)];
        return places.FirstOrDefault(place => place is not null && File.Exists(Path.Combine(place, Index))) is { } folder
            ? new PageFiles(folder)
            : throw UserError.Usage(
                named is null ? "the page is not beside the program." : $"there is no page in '{named}'.",
                "'dotnet publish engine/Page -c Release' builds it, in the repository; the zips have it in the folder page/."
            );
    }

    /// <summary>A file of the page.</summary>
    /// <param name="path">Its path exactly as asked for: nothing in it is worked out.</param>
    /// <returns>Its full path and its type; null where there is no such file.</returns>
    public (string File, string Type)? At(string path) =>
        files.TryGetValue(path, out var file)
            ? (file, Types.GetValueOrDefault(Path.GetExtension(file), "application/octet-stream"))
            : null;

    private static string? InRepository(string program)
    {
        for (var folder = new DirectoryInfo(program); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Solution)))
            {
                return Path.Combine(folder.FullName, Published);
            }
        }

        return null;
    }
}
