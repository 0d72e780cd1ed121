using System.Collections.Immutable;
using System.Reflection;

namespace SystemSim.Reading;

/// <summary>Every code of a diagnostic. A code keeps its meaning for good: one that is no longer needed is not given to another.</summary>
public static class Codes
{
    // Files
    internal static readonly Code NotYaml = File("SIM001", "The file is not YAML.");
    internal static readonly Code EmptyFile = File("SIM002", "The file holds nothing.");
    internal static readonly Code NotText = File("SIM003", "The file is not UTF-8 text.");
    internal static readonly Code TooLarge = File("SIM004", "The file is too large.");
    internal static readonly Code TooMuch = File("SIM005", "There is more than is read: nesting, values, files, options or problems.");
    internal static readonly Code Sharing = File("SIM006", "Anchors, aliases and merges are not read.");
    internal static readonly Code Tag = File("SIM007", "Tags are not read.");
    internal static readonly Code SecondDocument = File("SIM008", "The file holds more than one document.");
    internal static readonly Code KeyTwice = File("SIM009", "A key stands twice in one block.");
    internal static readonly Code KeyNotWord = File("SIM010", "A key is a list or a block.");
    internal static readonly Code FileMissing = File("SIM011", "A file that the scenario names is not there.");
    internal static readonly Code ExtendsItself = File("SIM012", "A file extends itself, directly or through others.");
    internal static readonly Code FileClosed = File("SIM013", "A file that the scenario names cannot be opened.");

    // Keys, words and numbers
    internal static readonly Code NotDeclared = Rule("SIM014", "A name is mentioned that nothing declares.");
    internal static readonly Code Version = Form("SIM015", "The format version is not one that is read.");
    internal static readonly Code MissingKey = Form("SIM016", "A key is missing.");
    internal static readonly Code UnknownKey = Form("SIM017", "A key is not one of the format, or not in this place.");
    internal static readonly Code WrongKind = Form("SIM018", "A block, a list or a single value stands where another of them should.");
    internal static readonly Code EmptyValue = Form("SIM019", "A value is empty.");
    internal static readonly Code NotNumber = Form("SIM020", "A number is not written in one of the forms that are read.");
    internal static readonly Code OutOfRange = Rule("SIM021", "A number is smaller or larger than it can be.");
    internal static readonly Code WrongUnit = Form("SIM022", "A number lacks its unit, or has one that does not fit.");
    internal static readonly Code NotYear = Form("SIM023", "A financial year is not written like 2026/27.");
    internal static readonly Code YearHalves = Rule(
        "SIM024", "The halves of a financial year do not follow each other, or the year is out of bounds.");
    internal static readonly Code NotAgeBand = Form("SIM025", "An age band is not written like 0-17 or 85+.");
    internal static readonly Code NotName = Form(
        "SIM026", "A name has other characters than letters, digits and underscores, or is a word of the format.");
    internal static readonly Code NotOneOf = Form("SIM027", "A word is not one of those that can stand here.");
    internal static readonly Code NotTarget = Form(
        "SIM028", "What an effect or a harm changes is not written in one of the forms that are read.");
    internal static readonly Code KeysExclude = Form("SIM029", "Two keys stand together that cannot.");
    internal static readonly Code ListLength = Form("SIM030", "A list is too short or too long.");
    internal static readonly Code CommaInList = Form("SIM031", "A comma inside brackets has parted a number.");
    internal static readonly Code NamedTwice = Rule("SIM032", "A list names something twice.");
    internal static readonly Code UnitsDiffer = Rule("SIM033", "The numbers of one block are not in the same unit.");
    internal static readonly Code RangeOrder = Rule(
        "SIM034", "A low is above its value, a value above its high, or a first after its last.");
    internal static readonly Code SpreadParts = Rule("SIM035", "The parts of a number's spread do not go together.");
    internal static readonly Code TimesDiffer = Rule("SIM036", "Chances that belong together are stated for different times.");
    internal static readonly Code SpreadShape = Rule("SIM037", "A spread is one that no distribution of its shape has.");

    internal static readonly Code TwoReadings = Form("SIM038", "A bare number could be so many percent or so many hundred percent.");

    // Overrides
    internal static readonly Code NotSetting = File("SIM040", "An override is not of the form path=value.");
    internal static readonly Code NoSuchPath = Rule("SIM041", "A path leads nowhere.");
    internal static readonly Code NotChangeable = Rule("SIM042", "A change such as +10% is made to what is not a number.");
    internal static readonly Code SetsToday = Rule("SIM043", "An option sets what is about today, or what is the same in every option.");
    internal static readonly Code SetsWhatThereIs = Rule(
        "SIM044", "An option adds or takes away a service, an organisation, a limit, an effect or a harm.");
    internal static readonly Code FactorOnNothing = Rule("SIM045", "A factor is on a path that holds no number.");

    internal static readonly Code UnclearChange = Rule(
        "SIM046",
        "A change does not say what it does: more or less, points or a share of what is there, a change or a value."
    );
    internal static readonly Code SetTwice = File("SIM185", "An override is undone by a later one.");

    // Years and prices
    internal static readonly Code PathStartsLate = Rule("SIM050", "A path over years starts after the first year of the run.");
    internal static readonly Code IndexTooLate = Rule("SIM051", "An index has no level for a year that is needed.");
    internal static readonly Code SeasonMean = Rule("SIM052", "The multipliers of a season do not have the mean 1.");

    // People
    internal static readonly Code SharesSum = Rule("SIM060", "Shares do not add up to what they must.");
    internal static readonly Code NeedShares = Rule("SIM061", "A list of shares has not one for each need state.");
    internal static readonly Code AgeBands = Rule("SIM062", "Age bands do not follow each other, or the last is not open.");
    internal static readonly Code AreasDiffer = Rule("SIM063", "People are not stated for every area with the same age bands.");
    internal static readonly Code MissingAges = Rule("SIM064", "An age band is not mentioned where every one must be.");
    internal static readonly Code AgesTwice = Rule("SIM065", "A move names its age bands in two places.");
    internal static readonly Code MoveToSelf = Rule("SIM066", "A need state moves to itself.");
    internal static readonly Code RowOverOne = Rule("SIM067", "The chances of leaving a need state add up to more than 100%.");
    internal static readonly Code MoveTwice = Rule("SIM068", "A move is stated twice for the same people.");
    internal static readonly Code TwoRests = Rule("SIM069", "Two rows say where the rest of the same people go.");
    internal static readonly Code DeathTwice = Rule("SIM070", "Deaths of the same people are stated twice.");
    internal static readonly Code DeathMissing = Rule("SIM071", "No chance of dying is stated for some people.");
    internal static readonly Code EmptyRow = Rule("SIM072", "A row of counts counts nobody.");

    internal static readonly Code TotalBeforeRun = Rule("SIM073", "A control total is of a year before the run.");
    internal static readonly Code TotalUncertain = Rule(
        "SIM074",
        "A control total is uncertain: it has a range or a factor, or it is said how it is drawn."
    );

    internal static readonly Code PeopleTable = Rule("SIM153", "A table of people does not hold those who are asked of it.");
    internal static readonly Code TotalsOverlap = Form("SIM167", "Control totals are stated for groups that overlap.");

    // Services
    internal static readonly Code DutyKeys = Rule("SIM080", "A key belongs to services of the other duty.");
    internal static readonly Code ContractKeys = Rule("SIM081", "A key belongs to another form of contract.");
    internal static readonly Code CostUnit = Rule("SIM082", "A unit cost is not stated for the unit of activity that the service has.");
    internal static readonly Code CapacityUnit = Rule("SIM083", "A capacity is not stated in the unit of activity that the service has.");
    internal static readonly Code StayLength = Rule("SIM084", "A stay is not shorter than a step, or a stay in places is.");
    internal static readonly Code PlacesKeys = Rule("SIM085", "People in places are stated for a service that has none.");
    internal static readonly Code ReferralLoop = Rule(
        "SIM086", "Services refer to each other in a circle, without lag or through a shared limit.");
    internal static readonly Code LagNeeded = Rule("SIM087", "A lag of nothing stands where there must be one.");
    internal static readonly Code RatesNeeded = Rule("SIM088", "There is failure demand, and it is not said whether the rates contain it.");
    internal static readonly Code TwoLimits = Rule("SIM089", "A service is in two limits of one kind.");
    internal static readonly Code LimitFunds = Rule("SIM090", "The services that share a limit of money are paid from different funds.");
    internal static readonly Code LimitUnits = Rule("SIM091", "The services that share a capacity are not counted in one unit.");
    internal static readonly Code MoneyFalse = Rule("SIM092", "A limit of money says that it is none.");
    internal static readonly Code FloorAboveCeiling = Rule("SIM093", "A floor is above the ceiling.");
    internal static readonly Code CostKeys = Rule("SIM095", "A key of a cost says nothing without another.");
    internal static readonly Code WholeYears = Rule("SIM096", "A time is not a whole number of years.");
    internal static readonly Code LimitPayments = Rule(
        "SIM097",
        "A service that shares a limit of money is not paid in proportion to its activity."
    );
    internal static readonly Code SharesBack = Rule("SIM094", "More comes back to a service than it delivers.");

    // Effects and harms
    internal static readonly Code NothingToChange = Rule("SIM100", "An effect or a harm is on something that does not happen.");
    internal static readonly Code GroupOutside = Rule(
        "SIM101",
        "The target group of an effect or a harm does not hold those whom it changes."
    );
    internal static readonly Code TodayNeeded = Rule("SIM102", "An effect is measured from today, and does not say what today is.");
    internal static readonly Code AtStartUnit = Rule("SIM103", "Where an effect starts is not in the unit of its coverage.");
    internal static readonly Code HarmTarget = Rule("SIM104", "Going without cannot harm this.");

    // Governance
    internal static readonly Code PaidTwice = Rule("SIM110", "A service is paid for by two funds.");
    internal static readonly Code PaidNever = Rule("SIM111", "No fund pays for a service.");
    internal static readonly Code PoolsOfKind = Rule(
        "SIM112", "Silos share a pool, or nobody does where somebody must.");
    internal static readonly Code FundNotHere = Rule("SIM113", "A fund is not one of this arrangement.");
    internal static readonly Code NameTaken = Rule("SIM114", "A pool has the name of an organisation.");
    internal static readonly Code HostNotPartner = Rule("SIM115", "The host of a pool, or an owner in it, does not contribute to it.");
    internal static readonly Code BroughtIn = Rule("SIM116", "Services are not brought into a pool by exactly one partner each.");
    internal static readonly Code RingFence = Rule("SIM117", "A ring-fenced service is not in the pool.");
    internal static readonly Code FollowKeys = Rule("SIM118", "A contribution lacks what it follows, or states what it does not follow.");
    internal static readonly Code TotalOfShares = Rule(
        "SIM119", "A pool's total and the contributions that are shares of it do not go together.");
    internal static readonly Code WholeFundTwice = Rule("SIM120", "An organisation gives its whole fund to two pools.");
    internal static readonly Code RuleKeys = Rule("SIM121", "A budget rule lacks what it needs, or states what belongs to another.");
    internal static readonly Code RuleServices = Rule("SIM122", "A budget rule does not name the discretionary services of its fund.");
    internal static readonly Code PartnersOfShares = Rule("SIM123", "Stated shares of an overspend are not those of the partners.");
    internal static readonly Code RiskKeys = Rule("SIM125", "Terms for an overspend do not go together, or name what is not in the pool.");
    internal static readonly Code EmergencyKeys = Rule("SIM126", "Terms for an emergency belong to another kind of organisation.");
    internal static readonly Code PoolUnused = Rule("SIM124", "A pool pays for nothing.");

    // Expectations
    internal static readonly Code NothingToTakeOver = Rule(
        "SIM127",
        "An arrangement takes over in a year that is not run, or where nothing comes before it."
    );
    internal static readonly Code NotByColumn = Rule("SIM130", "A measure is not stated by this.");
    internal static readonly Code YearNotRun = Rule("SIM131", "A year is not run.");
    internal static readonly Code StepWithoutYear = Rule("SIM132", "A step is named without its year.");
    internal static readonly Code NotTable = Rule("SIM133", "A table of expected answers cannot be read.");
    internal static readonly Code TableColumn = Rule(
        "SIM134", "A table of expected answers has a column that is not one of the answers', or lacks one.");
    internal static readonly Code TableValue = Rule("SIM135", "A value in a table of expected answers is not what its column holds.");

    internal static readonly Code NoPriceBase = Rule("SIM136", "There are no values in a price base.");

    // Draws
    internal static readonly Code NotUncertain = Rule(
        "SIM160",
        "Draws are about a number that is not there or not uncertain, or say the same twice."
    );
    internal static readonly Code NotPositive = Rule("SIM161", "Correlations contradict each other.");
    internal static readonly Code NotShares = Rule("SIM162", "A row that is drawn like a sample is not one of shares or counts.");
    internal static readonly Code NotDraws = Rule("SIM163", "A table of draws cannot be read.");
    internal static readonly Code DrawsColumn = Rule("SIM164", "A table of draws has a column that is not the path of a number.");
    internal static readonly Code DrawsValue = Rule("SIM165", "A value in a table of draws is not a number.");

    // What is looked for once the rest is sound
    internal static readonly Code NoSource = Rule("SIM140", "A number has no source, and is not called an assumption.");

    // Harm of going without
    internal static readonly Code HarmGroup = Rule("SIM142", "A harm to a failure share or a stay, which have no group, names one.");
    internal static readonly Code HarmFalls = Rule("SIM143", "Harms of going without lower something by 100% or more together.");

    // What only a run shows
    internal static readonly Code MigrationBelowNobody = Rule("SIM144", "Net migration takes more people than there are.");
    internal static readonly Code TooManyLeave = Rule(
        "SIM145",
        "Moves and deaths, with what effects and harm make of them, take more people than there are."
    );
    internal static readonly Code NoFiniteNumber = Rule(
        "SIM146",
        "Something grows until it is not a finite number or too large, or is divided by nothing."
    );
    internal static readonly Code ReturnsWithoutEnd = Rule(
        "SIM147",
        "What comes back brings back as much again, so that there is no state to start from."
    );
    internal static readonly Code FailureAboveObserved = Rule("SIM148", "Observed rates are smaller than the failure demand inside them.");
    internal static readonly Code TotalOfNobody = Rule("SIM149", "A control total asks for people where nobody is left.");

    // Appraisal
    internal static readonly Code NotDiscountYear = Form("SIM150", "A year of discounting is not a whole number from 1.");
    internal static readonly Code DiscountStart = Rule("SIM151", "Discount rates do not start with year 1.");
    internal static readonly Code GradeWithoutBias = Rule("SIM152", "A grade has no optimism bias.");

    // Reserves
    internal static readonly Code EarmarkedName = Rule("SIM176", "An earmarked reserve has the name of something else.");
    internal static readonly Code EarmarkedTwice = Rule("SIM177", "Two earmarked reserves of an organisation are for one service.");
    internal static readonly Code ReserveOrder = Rule("SIM178", "The order in which reserves are drawn does not name each of them.");
    internal static readonly Code CapitalisationKeys = Rule("SIM179", "Terms of support, and of its debt, do not go together.");

    internal static readonly Code AccountKeys = Rule(
        "SIM174", "Terms of a ring-fenced account do not go together, or belong to another organisation.");

    // What is told
    internal static readonly Code HeadlineIsBaseline = Rule("SIM180", "The option that is told of first is the baseline.");

    // Asked for by a strict check alone
    internal static readonly Code ProviderTerms = Rule(
        "SIM175",
        "A provider of the NHS does not say what it keeps of an underspend, or repays of a deficit."
    );

    // What may be read, and how much
    internal static readonly Code OutOfBounds = File(
        "SIM190",
        "A file is not one that the scenario may read: it lies outside its root, or is no such file."
    );

    // Findings
    internal static readonly Code LagRounded = Finding("SIM201", "A lag is not a whole number of steps, and is rounded.");
    internal static readonly Code Unused = Finding("SIM202", "Something is declared that nothing uses.");
    internal static readonly Code BeyondHorizon = Finding("SIM203", "A path has a value for a year after the run.");
    internal static readonly Code RuleWithGovernance = Finding(
        "SIM204", "An option changes the budget rule together with the governance, and no option shows the rule alone.");
    internal static readonly Code EvidenceTwice = Finding(
        "SIM205", "One piece of evidence is used both on a demand rate and on the moves that drive it.");
    internal static readonly Code NoRange = Finding("SIM206", "An assumption has no range.");
    internal static readonly Code NothingReads = Finding("SIM207", "A value is stated that nothing reads.");
    internal static readonly Code IndexStops = Finding("SIM208", "An index stops before the run does, and has no growth.");
    internal static readonly Code NobodyAsks = Finding("SIM209", "Nobody can ask for a service.");
    internal static readonly Code BirthsOlder = Finding("SIM210", "Births join an age band that does not start at 0.");

    internal static readonly Code NoDeflator = Finding("SIM211", "An appraisal is in real terms, and nothing is said to deflate by.");

    internal static readonly Code TwoMultipliers = Finding("SIM212", "An LM3 stands beside an input-output multiplier.");

    internal static readonly Code TotalsStop = Finding("SIM213", "Control totals stop before the run does.");

    internal static readonly Code PoolOfOneThatKeepsNothing = Finding(
        "SIM224",
        "A partner that keeps nothing by itself puts its money into a pool."
    );

    internal static readonly Code Leaving = Rule(
        "SIM137", "A partner leaves a pool as it cannot, or terms of leaving stand where nobody leaves.");
    internal static readonly Code Balanced = Rule(
        "SIM138", "A settlement is balanced for nobody who may, or beside a movement that is stated.");
    internal static readonly Code Succession = Rule(
        "SIM139", "A body ends or begins as it cannot, or an arrangement names one that is not there.");
    internal static readonly Code LeavesWithoutMinimum = Finding("SIM216", "An NHS partner leaves a pool and has no minimum.");
    internal static readonly Code ProtectsNothing = Finding("SIM215", "A share of the money is protected for services that no rule gives it.");

    internal static readonly Code TotalFarOff = Finding("SIM214", "A control total is far from the people at the start.");

    internal static readonly Code BudgetBelowSum = Finding("SIM220", "A budget is below the sum that its contract owes.");
    internal static readonly Code BudgetForNothing = Finding("SIM221", "A budget is stated for what costs its fund nothing.");
    internal static readonly Code CorrectedTwice = Finding(
        "SIM232",
        "Benefits are lowered by optimism bias, and effects are shrunk by their evidence."
    );
    internal static readonly Code ListWithoutEnd = Finding("SIM228", "People join a list that nobody gives up on.");

    internal static readonly Code LagOutlasts = Finding("SIM239", "A lag is at least as long as the run.");
    internal static readonly Code TitlesAlike = Finding("SIM240", "Two things of one kind have one title.");
    internal static readonly Code DrawsLeftOut = Finding("SIM241", "Many draws break a rule and are left out.");
    internal static readonly Code NothingFollows = Finding("SIM242", "An option sets something, and nothing follows from it.");
    internal static readonly Code SameNumbers = Finding("SIM243", "Two options come to the same.");

    internal static readonly Code WithoutSource = Finding("SIM244", "Numbers have no source.");
    internal static readonly Code DebtOutlastsTheRun = Finding("SIM245", "Debt for day-to-day cost is owed when the run ends.");
    internal static readonly Code DeficitNotCounted = Finding(
        "SIM247", "The deficit of a ring-fenced account does not count as its owner's, or not yet.");

    internal static readonly Code RangesOfATenth = Finding("SIM246", "Ranges without a source are a tenth either way.");

    internal static readonly Code ReservesAboveIncome = Finding("SIM250", "Reserves are above a year's income.");
    internal static readonly Code SameSignEveryYear = Finding("SIM251", "An organisation gains, or loses, in every year.");
    internal static readonly Code TransferAboveServices = Finding(
        "SIM252",
        "A transfer between partners is larger than the services it is about."
    );
    internal static readonly Code ContributionFarOff = Finding(
        "SIM253",
        "A first contribution is far from what the services brought in cost."
    );
    internal static readonly Code BudgetFarFromCost = Finding("SIM254", "A budget is far from activity at unit cost.");
    internal static readonly Code AvertsMoreThanAsked = Finding("SIM255", "More is averted than was ever asked.");
    internal static readonly Code CannotBeSpent = Finding("SIM256", "A budget is more than demand can spend.");
    internal static readonly Code PeopleFarFromStart = Finding(
        "SIM257",
        "The share of people in a need state ends far from where it started."
    );
    internal static readonly Code NobodyAsked = Finding("SIM258", "Nobody asks for a service in any year.");
    internal static readonly Code SameNumberTwice = Finding("SIM259", "Numbers of one source are written alike, and drawn apart.");

    internal static readonly Code SuccessorsPart = Finding(
        "SIM266", "What successors receive or spend parts from what the bodies before them would have.");
    internal static readonly Code ProtectedNotSpent = Finding("SIM265", "A protected share of the money is not given, or not spent.");

    internal static readonly Code RangesApart = Finding("SIM235", "Two arrangements state the same range, and it is drawn apart.");

    /// <summary>All codes, in order.</summary>
    public static ImmutableArray<Code> All { get; } =
    [
        .. typeof(Codes).GetFields(BindingFlags.Static | BindingFlags.NonPublic)
            .Select(field => field.GetValue(null)).OfType<Code>().OrderBy(code => code.Id, StringComparer.Ordinal),
    ];

    private static Code File(string id, string meaning) => new(id, CodeKind.File, meaning);

    private static Code Form(string id, string meaning) => new(id, CodeKind.Form, meaning);

    private static Code Rule(string id, string meaning) => new(id, CodeKind.Rule, meaning);

    private static Code Finding(string id, string meaning) => new(id, CodeKind.Finding, meaning);
}
