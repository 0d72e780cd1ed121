using System.Collections.Immutable;

namespace SystemSim.Reading;

/// <summary>The names under which the numbers of a scenario are drawn.</summary>
/// <remarks>
/// <para>
/// A number is drawn under its path, but for those of governance arrangements: what several of them state of the same thing is one
/// quantity, and an option that differs by the name of its arrangement alone differs by nothing. So the name has a star where the
/// arrangement is named, and where the pool is, if it is the only one of its arrangement and no arrangement with several has one of that
/// name. The terms of a contract are drawn as those of the service.
/// </para>
/// <para><c>draws</c> may say that numbers are one, or that some are drawn apart.</para>
/// </remarks>
internal sealed class DrawNames
{
    private const string Governance = "governance";
    private const string Any = "*";

    private readonly Dictionary<string, string> onlyPools = [];
    private readonly HashSet<string> amongOthers = [];
    private readonly ImmutableArray<ImmutableArray<string>> one = [];
    private readonly ImmutableArray<string> apart = [];

    /// <summary>Looks into a scenario for what its names depend on; what is broken there is reported elsewhere.</summary>
    /// <param name="root">The scenario.</param>
    public DrawNames(Mapping root)
    {
        foreach (var arrangement in (root.Find(Governance)?.Value as Mapping)?.Entries ?? [])
        {
            string[] pools =
            [
                .. ((arrangement.Value as Mapping)?.Find("pools")?.Value as Mapping)
                    ?.Entries.Select(pool => pool.Key.Text)
                    .Where(key => key != "source")
                    ?? [],
            ];
            if (pools is [var only])
            {
                onlyPools[arrangement.Key.Text] = only;
            }
            else
            {
                amongOthers.UnionWith(pools);
            }
        }

        var draws = root.Find("draws")?.Value as Mapping;
        apart = Texts(draws?.Find("apart")?.Value);
        one = [.. ((draws?.Find("one")?.Value as Sequence)?.Items ?? []).Select(Texts).Where(names => names.Length > 1)];
    }

    /// <summary>The name under which the number at a path is drawn.</summary>
    public string Of(string path)
    {
        if (IsApart(path))
        {
            return path;
        }

        var name = WithoutArrangement(path);
        foreach (var names in one)
        {
            var first = WithoutArrangement(names[0]);
            foreach (var other in names.Skip(1).Select(WithoutArrangement).Where(other => Context.IsAtOrBelow(name, other)))
            {
                return first + name[other.Length..];
            }
        }

        return name;
    }

    /// <summary>Whether it is said that a number is drawn by itself.</summary>
    public bool IsApart(string path) =>
        apart.Any(above => Context.IsAtOrBelow(path, above) || Context.IsAtOrBelow(WithoutArrangement(path), above));

    /// <summary>A path with stars in the place of what names the arrangement.</summary>
    private string WithoutArrangement(string path)
    {
        var parts = path.Split('.');
        if (parts is not [Governance, var arrangement, var section, ..])
        {
            return path;
        }

        if (parts is [_, _, "contracts", var service, ..])
        {
            return string.Join('.', ["services", service, "contract", .. parts[4..]]);
        }

        parts[1] = Any;
        if (
            section is "pools" or "funds"
            && parts.Length > 3
            && onlyPools.GetValueOrDefault(arrangement) == parts[3]
            && !amongOthers.Contains(parts[3])
        )
        {
            parts[3] = Any;
        }

        return string.Join('.', parts);
    }

    private static ImmutableArray<string> Texts(Node? list) =>
        [.. ((list as Sequence)?.Items ?? []).OfType<Scalar>().Select(item => item.Text)];
}
