using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using NUnit.Framework;

namespace SystemSim.Tests;

/// <summary>
/// What the compiled engine calls gives the same bits on every system: neither functions of the system's own library, nor what a processor
/// estimates as it likes, nor
/// what a package builds on them. The build refuses most of these by name already; this looks at what came out.
/// </summary>
public sealed class PortableArithmeticTests
{
    private static readonly string[] Projects =
    [
        "Model",
        "Lanes",
        "Kernel",
        "OnsTables",
        "Reading",
        "Planning",
        "Analysis",
        "Studies",
        "Reporting",
        "Places",
        "Runs",
        "Host",
    ];

    private static readonly ImmutableHashSet<string> OfTheSystem =
    [
        "Acos", "AcosPi", "Acosh", "Asin", "AsinPi", "Asinh", "Atan", "Atan2", "Atan2Pi", "AtanPi", "Atanh", "Cbrt", "Cos", "CosPi", "Cosh",
        "Exp", "Exp10", "Exp10M1", "Exp2", "Exp2M1", "ExpM1", "Hypot", "Log", "Log10", "Log10P1", "Log2", "Log2P1", "LogP1", "Pow", "RootN",
        "Sin", "SinCos", "SinCosPi", "SinPi", "Sinh", "Tan", "TanPi", "Tanh",
    ];

    private static readonly string[] Numbers =
    [
        "Math",
        "MathF",
        "Double",
        "Single",
        "Half",
        "Vector",
        "Vector`1",
        "Vector64",
        "Vector128",
        "Vector256",
        "Vector512",
        "Complex",
        "TensorPrimitives",
    ];

    [Test]
    public void No_project_calls_a_function_whose_bits_the_system_or_the_processor_decides([ValueSource(nameof(Projects))] string project)
    {
        var calls = Calls(project)
            .Where(call => Numbers.Contains(call.Type) && (OfTheSystem.Contains(call.Member) || IsEstimate(call.Member)));

        Assert.That(calls, Is.Empty);
    }

    [Test]
    public void Of_MathNet_is_used_what_is_plain_arithmetic([ValueSource(nameof(Projects))] string project)
    {
        // These are additions, multiplications, divisions and roots; its special functions and distributions are not.
        string[] plain = ["MathNet.Numerics.RootFinding", "MathNet.Numerics.LinearAlgebra", "MathNet.Numerics.LinearAlgebra.Factorization"];

        var spaces = Read(project, reader =>
            reader.TypeReferences.Select(type => reader.GetString(reader.GetTypeReference(type).Namespace)).ToArray()
        );

        Assert.That(spaces.Where(space => space.StartsWith("MathNet", StringComparison.Ordinal)).Distinct(), Is.SubsetOf(plain));
    }

    [Test]
    public void What_is_looked_for_is_found_where_it_is()
    {
        Assert.That(Calls("Tests"), Has.Some.EqualTo(("Math", "Exp")).And.Some.EqualTo(("Double", "LogP1")));
    }

    private static bool IsEstimate(string member) =>
        member.EndsWith("Estimate", StringComparison.Ordinal) || member.EndsWith("Native", StringComparison.Ordinal);

    private static (string Type, string Member)[] Calls(string project) => Read(project, reader =>
        (from handle in reader.MemberReferences
         let member = reader.GetMemberReference(handle)
         where member.Parent.Kind == HandleKind.TypeReference
         let type = reader.GetTypeReference((TypeReferenceHandle)member.Parent)
         select (reader.GetString(type.Name), reader.GetString(member.Name))).ToArray());

    private static T Read<T>(string project, Func<MetadataReader, T> read)
    {
        using var file = File.OpenRead(Assembly.Load(project == "Host" ? "systemsim" : $"SystemSim.{project}").Location);
        using var compiled = new PEReader(file);
        return read(compiled.GetMetadataReader());
    }
}
