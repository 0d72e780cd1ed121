
namespace SystemSim.Reading;

/// <summary>The block <c>from</c> in <c>people.start</c> and <c>people.control_totals</c>: a table as the ONS publishes it, which
/// <see cref="PeopleTables"/> puts in its place before anything is read or set.</summary>
internal static class PeopleTableSection
{
    /// <summary>The key that names a table.</summary>
    public const string Key = "from";

    /// <summary>A table, and whom of it.</summary>
    /// <param name="File">Its name.</param>
    /// <param name="Code">Code of the area.</param>
    /// <param name="Year">The year whose middle stands for the start of the run; null for the start itself, between two middles.</param>
    /// <param name="Range">How far people may be off either way, as a share; null where that is not said.</param>
    public sealed record Named(Scalar? File, Scalar? Code, int? Year = null, double? Range = null);

    private const string What = "people from a table as the ONS publishes it";

    private static Shape<Scalar> Text { get; } = Shapes.Text.Then((_, here, _) => (Scalar)here.Node);

    /// <summary>What stands in <c>people.start</c>.</summary>
    public static Shape<Named> Start { get; } = Shapes.Map(keys => new Named(
        File(keys),
        Code(keys),
        keys.Optional("year", Shapes.Whole(1000, 9999).Maybe(), null, "calendar year whose middle stands for the start of the run"),
        keys.Optional("range", Numbers.Certain(NumberKinds.Share).Maybe(), null, "how far people may be off either way, such as 2%")))
        .Named("table_of_people");

    /// <summary>What stands in <c>people.control_totals</c>.</summary>
    public static Shape<Named> Totals { get; } = Shapes.Map(keys => new Named(File(keys), Code(keys))).Named("table_of_totals");

    /// <summary>Whether a block names a table.</summary>
    public static bool IsIn(Node node) => node is Mapping mapping && mapping.Find(Key) is not null;

    /// <summary>Asks for it in <c>people.start</c>.</summary>
    public static void OfStart(Keys keys) => keys.Required(Key, Late(Start), What);

    /// <summary>Asks for it in <c>people.control_totals</c>.</summary>
    public static void OfTotals(Keys keys) => keys.Required(Key, Late(Totals), What);

    private static Scalar? File(Keys keys) => keys.Required("file", Text, "name of the table, .csv or .xlsx");

    private static Scalar? Code(Keys keys) => keys.Required("code", Text, "code of the area in the table, such as E06000027");

    // What names a table is gone when sections are read: one that is there has been set.
    private static Shape<Named> Late(Shape<Named> shape) => shape.Check((_, here, context) => context.Problems.Add(
        Codes.PeopleTable, here.NamedAt, $"{here.Path} is set, and tables are read before anything is set.", "name the table in the file."));
}
