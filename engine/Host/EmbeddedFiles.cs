using System.Collections.Immutable;
using System.Reflection;

namespace SystemSim.Host;

/// <summary>The files of scenarios that the program carries with it: the template, and what scenarios share.</summary>
internal static class EmbeddedFiles
{
    private const string Template = "template/";
    private const string Shared = "shared/";

    // Where the template finds the shared files in the repository, and where they stand in a folder of its own.
    private const string SharedInRepository = "../../shared/";

    /// <summary>The files of a new place: the template and, beside it, what it may extend.</summary>
    /// <returns>Names as seen from the new folder, and the bytes.</returns>
    public static ImmutableArray<(string Name, byte[] Bytes)> NewPlace()
    {
        var assembly = typeof(EmbeddedFiles).Assembly;
        var files = ImmutableArray.CreateBuilder<(string, byte[])>();
        foreach (var resource in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            var name = resource.Replace('\\', '/');
            if (name.StartsWith(Template, StringComparison.Ordinal))
            {
                files.Add((name[Template.Length..], Moved(Read(assembly, resource))));
            }
            else if (name.StartsWith(Shared, StringComparison.Ordinal))
            {
                files.Add((name, Read(assembly, resource)));
            }
        }

        return files.ToImmutable();
    }

    /// <summary>The files that scenarios share, in their folder.</summary>
    public static IEnumerable<(string Name, byte[] Bytes)> SharedFiles() =>
        NewPlace().Where(file => file.Name.StartsWith(Shared, StringComparison.Ordinal));

    /// <summary>A text that the program carries for itself.</summary>
    /// <param name="name">Its name.</param>
    public static string Text(string name) => System.Text.Encoding.UTF8.GetString(Read(typeof(EmbeddedFiles).Assembly, name));

    /// <summary>A file of the template, with the way to the shared files that it has in its own folder.</summary>
    private static byte[] Moved(byte[] bytes) =>
        System.Text.Encoding.UTF8.GetBytes(
            System.Text.Encoding.UTF8.GetString(bytes).Replace(SharedInRepository, Shared, StringComparison.Ordinal)
        );

    private static byte[] Read(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
