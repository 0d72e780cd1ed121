using SystemSim.Reading;

namespace SystemSim.Campaign;

/// <summary>One text as a table beside a small scenario: draws made elsewhere, or expected answers.</summary>
internal static class TableHarness
{
    private const int Fresh = 1_000;
    private static readonly string Folder = Directory.CreateTempSubdirectory("systemsim-tables-").FullName;
    private static readonly string File = Path.Combine(Folder, "scenario.yaml");
    private static readonly Scalar Named = new(new Spot(File, 1, 1), "table.csv", isPlain: true);
    private static Problems problems = new();
    private static Draft? draft;
    private static NamedNumbers? numbers;
    private static int reads;

    /// <summary>Reads a table of draws.</summary>
    public static void ReadDraws(string text)
    {
        var known = Put(text);
        _ = DrawsTable.Read(Named, numbers!, known.Context, new ScenarioFiles(problems, new FilesOnDisk(new FileBounds(File, Folder))));
    }

    /// <summary>Reads a table of expected answers.</summary>
    public static void ReadExpected(string text)
    {
        var known = Put(text);
        _ = ExpectedTable.Read(
            new ReadExpectation(null, Named, 1e-6),
            File,
            known.Context,
            new ScenarioFiles(problems, new FilesOnDisk(new FileBounds(File, Folder)))
        );
    }

    /// <summary>Puts the table beside the scenario, whose names and problems are read anew now and then, lest they pile up.</summary>
    private static Draft Put(string text)
    {
        if (draft is null || reads++ % Fresh == 0)
        {
            problems = new Problems();
            draft = Root.Read((Mapping)TreeBuilder.Build(File, SmallScenario.Text, problems)!, problems) with { File = File };
            numbers = new NamedNumbers(draft.Context.Numbers.Select(number => number.Quantity));
        }

        System.IO.File.WriteAllText(Path.Combine(Folder, "table.csv"), text);
        return draft;
    }
}
