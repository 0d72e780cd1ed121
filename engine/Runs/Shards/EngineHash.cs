using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace SystemSim.Runs;

/// <summary>A hash of the engine's code: machines that draw for one study run the same.</summary>
internal static class EngineHash
{
    /// <summary>SHA-256 of what identifies the code of every assembly of the engine that decides about a draw, in hexadecimal
    /// digits.</summary>
    /// <remarks>The identity of a module follows from its code alone, as the compiler makes it from the same source; whether machine code
    /// was made ahead of time, and for which processor, does not change it.</remarks>
    public static string Text { get; } = Of(Assemblies(typeof(EngineHash).Assembly));

    private static string Of(IEnumerable<Assembly> assemblies)
    {
        var lines = assemblies
            .Select(assembly => $"{assembly.GetName().Name} {assembly.ManifestModule.ModuleVersionId:N}\n")
            .Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }

    /// <summary>An assembly, and all of ours that it rests on.</summary>
    private static HashSet<Assembly> Assemblies(Assembly top)
    {
        var found = new HashSet<Assembly>();
        Add(top);
        return found;

        void Add(Assembly assembly)
        {
            if (found.Add(assembly))
            {
                foreach (
                    var name in assembly
                        .GetReferencedAssemblies()
                        .Where(name => name.Name!.StartsWith("SystemSim.", StringComparison.Ordinal))
                )
                {
                    Add(Assembly.Load(name));
                }
            }
        }
    }
}
