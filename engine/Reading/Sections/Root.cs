using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>The whole file: all sections, in the order in which they are read.</summary>
/// <remarks>
/// Times need the horizon, numbers their sources and factors, costs the indices: so these come first, whatever the order of the file.
/// </remarks>
internal static class Root
{
    /// <summary>The format version that this program reads.</summary>
    public const string Version = "1";

    private static Shape<string> FormatVersion { get; } = new VersionShape();

    private static Shape<ImmutableArray<string>> Extends { get; } = Shapes.Choice(
        (node => node is Sequence, Shapes.ListOf(Shapes.Text, atLeast: 1)),
        (_ => true, Shapes.Text.Then((file, _, _) => ImmutableArray.Create(file))));

    private static Shape<OptionId?> Compare { get; } =
        Shapes.Map(keys => keys.Required("baseline", Words.Option.Maybe(), "option that the others are held against"));

    /// <summary>What a scenario holds.</summary>
    public static Shape<Draft> Shape { get; } = Shapes.Map(Declare);

    /// <summary>Reads a tree as far as it can be read; what is broken is missing from the draft, and reported.</summary>
    public static Draft Read(Mapping root, Problems problems)
    {
        var context = new Context(root, problems);
        var keys = new ReadingKeys(Field.Whole(root), root, context);
        var draft = Declare(keys) with { Context = context };
        keys.Finish();
        return draft;
    }

    private static Draft Declare(Keys keys)
    {
        keys.Required("systemsim", FormatVersion, $"format version, {Version}");
        var title = keys.Required("title", Shapes.Text, "what the scenario is called");
        var question = keys.Optional("question", Shapes.Text, "the question it is to answer");
        var headline = keys.Optional("headline", Words.Option.Maybe(), null, "option that pages and sentences tell of first");
        var starter = keys.Optional(
            "starter",
            Shapes.NamesOf(Words.Path),
            [],
            "a starter model: paths of the numbers it needs from its place"
        );
        var cautions = keys.Optional(
            "cautions",
            Shapes.ListOf(Shapes.Text, atLeast: 1),
            [],
            "sentences that every reader is told before they trust the answer"
        );
        keys.Optional("extends", Extends, [], "a file, or a list of files, that this one extends");
        keys.Optional("override", OptionSection.Overrides, [], "path: value, applied after everything else");
        return new Draft
        {
            Title = title,
            Question = question,
            Headline = headline,
            Starter = starter,
            Cautions = cautions,
            Horizon = keys.Required("horizon", HorizonSection.Shape, "the time covered, and how finely"),
            Sources = keys.Optional("sources", EvidenceSections.Sources, [], "where numbers come from"),
            Grades = keys.Optional("grades", EvidenceSections.Grades, [], "grades of evidence, and how they shrink effects"),
            Seasons = keys.Optional("seasons", SeasonSection.Shape, [], "12 multipliers by month, April first, with mean 1"),
            Factors = keys.Optional("factors", EvidenceSections.Factors, [], "uncertain factors that multiply many numbers"),
            Prices = keys.Required("prices", PricesSection.Shape, "price base and indices"),
            Rates = keys.Optional(
                "rates", Shapes.OneOf<RateBasis>().Maybe(), null, "need, or observed when failure demand is inside the rates"),
            Baseline = keys.Required("compare", Compare, "which option is the baseline"),
            Tiers = keys.Optional("tiers", Shapes.NamesOf(Words.Name), [], "tiers of your own"),
            People = keys.Required("people", PeopleSection.Shape, "who lives in the place, and how they change"),
            Organisations = keys.Required(
                "organisations", Shapes.Each(Words.Name, OrganisationSection.Shape, "organisation"),
                "who has income and reserves, pays or delivers"),
            Services = keys.Required("services", Shapes.Each(Words.Name, ServiceSection.Shape, "service"), "ways of meeting need"),
            Limits = keys.Optional(
                "limits", Shapes.Each(Words.Name, LimitSection.Shape, "limit", atLeastOne: false), [], "limits that services share"),
            Effects = keys.Optional("effects", Shapes.ListOf(EffectSection.Alone), [], "effects that stand alone"),
            Combine = keys.Optional(
                "combine", CombineSection.Shape, new ReadCombine(default, []),
                "how effects on one target act together: random (unless stated), additive, nested or stacked"),
            Governance = keys.Required("governance", Shapes.Each(Words.Name, GovernanceSection.Shape, "arrangement"), "whose purse pays"),
            Options = keys.Required("options", OptionSection.All, "the sides of the comparison"),
            Drawing = keys.Optional("draws", DrawsSection.Shape, "how uncertain numbers are drawn"),
            Appraisal = keys.Optional("appraisal", AppraisalSection.Shape, "discounting, what outcomes are worth, optimism bias"),
            Expect = keys.Optional("expect", ExpectSection.Shape, [], "what is expected to come out"),
            Page = keys.Optional("page", PageSection.Shape, PageSettings.None, "what the page puts first: sliders and presets")
                ?? PageSettings.None,
        };
    }
}
