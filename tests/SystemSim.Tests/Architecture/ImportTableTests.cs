using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NUnit.Framework;

namespace SystemSim.Tests;

/// <summary>Who may import what: from the project files, and from what the compiled assemblies really refer to.</summary>
public sealed partial class ImportTableTests
{
    private static readonly Dictionary<string, (string[] Projects, string[] Packages)> Table = new()
    {
        ["Model"] = ([], []),
        ["Lanes"] = ([], []),
        ["Kernel"] = (["Model", "Lanes"], []),
        ["OnsTables"] = ([], ["CsvHelper", "DocumentFormat.OpenXml"]),
        ["Reading"] = (["Model", "OnsTables"], ["YamlDotNet", "CsvHelper"]),
        ["Planning"] = (["Model", "Lanes", "Kernel"], ["MathNet.Numerics"]),
        ["Analysis"] = (["Model", "Lanes", "Kernel"], []),
        ["Studies"] = (["Model", "Lanes", "Kernel", "Planning", "Analysis"], []),
        ["Reporting"] = (["Model", "Analysis"], ["DocumentFormat.OpenXml", "Microsoft.AspNetCore.Components.Web"]),
        ["Places"] = (["OnsTables"], ["CsvHelper"]),
        ["Runs"] = (["Model", "Reading", "Lanes", "Analysis", "Studies", "Reporting", "Places"], []),
        ["Host"] = (
            ["Model", "OnsTables", "Reading", "Lanes", "Analysis", "Reporting", "Places", "Runs"],
            ["Microsoft.Extensions.Hosting", "System.CommandLine", "Spectre.Console"]),
        // What the package carries along is named beside what it calls.
        ["Library"] = (
            ["Model", "Reading", "Lanes", "Analysis", "Reporting", "Runs"],
            ["YamlDotNet", "MathNet.Numerics", "CsvHelper", "DocumentFormat.OpenXml", "Microsoft.AspNetCore.Components.Web"]),
        ["Page"] = (["Model", "Reading", "Lanes", "Analysis", "Reporting", "Places", "Runs"], []),
    };

    // It is compiled for browsers alone, by a command of its own.
    private static readonly string[] ForBrowsers = ["Page"];

    private static readonly string[] BuildTools =
        ["Microsoft.CodeAnalysis.BannedApiAnalyzers", "Microsoft.CodeAnalysis.PublicApiAnalyzers"];

    // What a person or a program calls; all else is asked by these.
    private static readonly string[] Outermost = ["Host", "Library"];

    private static IEnumerable<string> Projects => Table.Keys;

    private static IEnumerable<string> Compiled => Table.Keys.Except(ForBrowsers);

    [TestCaseSource(nameof(Projects))]
    public void A_project_file_refers_only_to_what_the_table_allows(string project)
    {
        var file = XDocument.Load(Path.Combine(Repository.Root, "engine", project, $"SystemSim.{project}.csproj"));
        var projects = Includes(file, "ProjectReference")
            .Select(path => Path.GetFileNameWithoutExtension(path).Replace("SystemSim.", "", StringComparison.Ordinal));
        var packages = Includes(file, "PackageReference").Except(BuildTools);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(projects, Is.SubsetOf(Table[project].Projects));
            Assert.That(packages, Is.SubsetOf(Table[project].Packages));
        }
    }

    [TestCaseSource(nameof(Compiled))]
    public void A_compiled_project_refers_only_to_what_the_table_allows(string project)
    {
        var name = project == "Host" ? "systemsim" : $"SystemSim.{project}";
        var references = Assembly.Load(name).GetReferencedAssemblies().Select(reference => reference.Name!);
        var ours = references.Where(reference => reference.StartsWith("SystemSim.", StringComparison.Ordinal))
            .Select(reference => reference.Replace("SystemSim.", "", StringComparison.Ordinal));
        var theirs = references.Where(reference =>
            !IsFramework(reference) && !reference.StartsWith("SystemSim.", StringComparison.Ordinal)
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ours, Is.SubsetOf(Table[project].Projects));
            Assert.That(theirs, Is.All.Matches<string?>(reference => Table[project].Packages.Any(package => Covers(package, reference!))));
        }
    }

    [Test]
    public void The_kernel_knows_kinds_of_the_model_and_no_names()
    {
        var kernel = Assembly.Load("SystemSim.Kernel").Location;
        using var file = new PEReader(File.OpenRead(kernel));
        var reader = file.GetMetadataReader();
        var named = reader
            .TypeReferences.Select(reader.GetTypeReference)
            .Where(type =>
                type.ResolutionScope.Kind == HandleKind.AssemblyReference
                && reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name) == "SystemSim.Model"
            )
            .Select(type => $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}")
            .ToArray();
        var kinds = Assembly
            .Load("SystemSim.Model")
            .GetTypes()
            .Where(type => type is { IsEnum: true, Namespace: "SystemSim.Model.Kinds" })
            .Select(type => type.FullName);

        Assert.That(named, Is.Not.Empty.And.SubsetOf(kinds));
    }

    [Test]
    public void The_table_is_the_one_that_the_engine_explains()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "engine", "README.md"));
        var rows = Table.Select(entry => $"| {entry.Key} | {Listed(entry.Value.Projects)} | {Listed(entry.Value.Packages)} |");

        Assert.That(rows, Is.All.Matches<string?>(row => readme.Contains(row!, StringComparison.Ordinal)));
    }

    [Test]
    public void Every_project_of_the_engine_is_in_the_table()
    {
        var folders = Directory.GetFiles(Path.Combine(Repository.Root, "engine"), "*.csproj", SearchOption.AllDirectories)
            .Select(file => Path.GetFileName(Path.GetDirectoryName(file)!));

        Assert.That(folders, Is.EquivalentTo(Table.Keys));
    }

    [Test]
    public void The_top_level_holds_what_the_layout_names()
    {
        string[] fixedNames = ["SystemSim.sln", "engine", "scenarios", "tests", "bench", "README.md"];
        string[] plumbing =
        [
            "Directory.Build.props",
            "Directory.Packages.props",
            "global.json",
            ".editorconfig",
            ".gitattributes",
            ".gitignore",
            ".config",
            ".ci",
            "LICENSE",
            ".git",
        ];
        string[] made = ["artifacts", "results", "TestResults", "BenchmarkDotNet.Artifacts"];
        var there = Directory.GetFileSystemEntries(Repository.Root).Select(Path.GetFileName);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(there, Is.SupersetOf(fixedNames));
            Assert.That(there, Is.SubsetOf(fixedNames.Concat(plumbing).Concat(made)));
        }
    }

    [Test]
    public void Only_the_outermost_read_clock_environment_console_and_current_directory()
    {
        string[] banned =
        [
            "DateTime.",
            "DateTimeOffset.",
            "Stopwatch",
            "Environment.",
            "Console.",
            "Directory.GetCurrentDirectory",
            "TimeProvider",
        ];
        var offenders =
            from file in Directory.GetFiles(Path.Combine(Repository.Root, "engine"), "*.cs", SearchOption.AllDirectories)
            where !Outermost.Any(folder => file.Split(Path.DirectorySeparatorChar).Contains(folder))
            from line in File.ReadLines(file)
            where !line.TrimStart().StartsWith("//", StringComparison.Ordinal)
            from word in banned
            where line.Contains(word, StringComparison.Ordinal)
            select $"{Path.GetRelativePath(Repository.Root, file)}: {line.Trim()}";

        Assert.That(offenders, Is.Empty);
    }

    [Test]
    public void Use_cases_touch_a_disk_only_where_a_scenario_is_read_from_one()
    {
        var users =
            from file in Directory.GetFiles(Path.Combine(Repository.Root, "engine", "Runs"), "*.cs", SearchOption.AllDirectories)
            where File.ReadLines(file).Any(line => Disk().IsMatch(line))
            select Path.GetFileName(file);

        Assert.That(users, Is.EqualTo(["ScenarioSource.cs"]));
    }

    [Test]
    public void No_namespace_has_the_name_of_a_type()
    {
        var assemblies = Compiled.Select(project => Assembly.Load(project == "Host" ? "systemsim" : $"SystemSim.{project}")).ToArray();
        var types = assemblies.SelectMany(assembly => assembly.GetTypes()).Select(type => type.Name).ToHashSet();
        var lastParts = assemblies
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type is { IsPublic: true, Namespace: not null })
            .Select(type => type.Namespace!.Split('.')[^1])
            .Distinct();

        Assert.That(lastParts.Where(types.Contains), Is.Empty);
    }

    private static IEnumerable<string> Includes(XDocument file, string element) =>
        file.Descendants(element).Select(reference => reference.Attribute("Include")!.Value.Replace('\\', '/'));

    private static string Listed(string[] names) => names.Length == 0 ? "nothing" : string.Join(", ", names);

    private static bool IsFramework(string reference) =>
        reference is "netstandard" or "mscorlib"
        || (reference.StartsWith("System.", StringComparison.Ordinal) && reference != "System.CommandLine")
        || reference == "Microsoft.CSharp";

    /// <summary>A package may bring assemblies of its own family.</summary>
    private static bool Covers(string package, string reference) =>
        reference == package
        || reference.StartsWith($"{package}.", StringComparison.Ordinal)
        || (package == "Microsoft.Extensions.Hosting" && reference.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal))
        || (
            package == "Microsoft.AspNetCore.Components.Web"
            && (reference is "Microsoft.AspNetCore.Components" || reference.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal))
        );

    [GeneratedRegex(@"\b(File|Directory)\.|\b(FileStream|DirectoryInfo|FileInfo)\b")]
    private static partial Regex Disk();
}
