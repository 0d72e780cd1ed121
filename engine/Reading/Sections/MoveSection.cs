using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>An item of <c>people.moves</c>: one move, or a row of them.</summary>
internal static class MoveSection
{
    /// <summary>What an item holds.</summary>
    public static Shape<ImmutableArray<MoveRow>> Shape { get; } = Shapes.Sourced(keys =>
    {
        keys.ExactlyOne("chance", "rate", "chances", "counts");
        keys.Needs("chance", "to");
        keys.Needs("rate", "to");
        keys.NotBoth("to", "chances");
        keys.NotBoth("to", "counts");
        keys.Needs("counts", "over");
        keys.Needs("over", "counts");
        keys.NotBoth("rest", "rate");
        keys.NotBoth("rest", "counts");
        return new MoveKeys
        {
            From = keys.Required("from", Words.Need, "need state moved from"),
            To = keys.Optional("to", Words.NeedOrDead.Then((need, _, _) => new MoveTo(need)), "need state moved to, or dead"),
            Ages = keys.Optional("ages", Shapes.NamesOf(Words.Age), [], "age bands; all unless stated"),
            Areas = keys.Optional("areas", Shapes.NamesOf(Words.Area), [], "areas; all unless stated"),
            Chance = keys.Optional("chance", Cohorts.ByAge(Numbers.Chance.TimedPath), "chance of the move"),
            Rate = keys.Optional("rate", Cohorts.ByAge(Numbers.Rate.TimedPath), "rate of the move"),
            Chances = keys.Optional(
                "chances", Shapes.SourcedEach(Words.NeedOrDead, Numbers.Chance.TimedPath, "need state or dead"), [],
                "a row: chances by need state moved to, or dead"),
            Counts = keys.Optional(
                "counts", Shapes.SourcedEach(Words.NeedOrDead, Numbers.Number.Path, "need state or dead"), [],
                "a row: people by where they were afterwards, those who stayed among them"),
            Over = keys.Optional("over", Numbers.CertainTime, 1.0, "time between the counts"),
            Rest = keys.Optional(
                "rest", Words.Need.Maybe(), null, "need state to which all go who do not leave otherwise; they stay unless stated"),
        };
    }).Then(Rows);

    private static ImmutableArray<MoveRow> Rows(MoveKeys move, Field here, Context context)
    {
        CheckSelf(move, here, context);
        if (!move.Counts.IsEmpty)
        {
            var entries = move.Counts.Select(count => new MoveEntry { To = count.Key, Value = count.Value });
            return [Row(move, move.Ages) with { Kind = MoveKind.Count, Over = move.Over, Entries = [.. entries] }];
        }

        if (!move.Chances.IsEmpty)
        {
            CheckTimes(move.Chances, here, context);
            var entries = move.Chances.Select(chance => new MoveEntry { To = chance.Key, Value = chance.Value.Path });
            return [Row(move, move.Ages) with { Over = move.Chances[0].Value.Over, Entries = [.. entries] }];
        }

        return [.. ByAge(move, here, context).Select(each => Row(move, each.Key) with
        {
            Kind = move.Rate is null ? MoveKind.Chance : MoveKind.Rate,
            Over = move.Rate is null ? each.Value.Over : 1.0,
            Entries = [new MoveEntry { To = move.To!.Need, Value = each.Value.Path }],
        })];
    }

    private static MoveRow Row(MoveKeys move, ImmutableArray<AgeBandId> ages) =>
        new() { From = move.From, Ages = ages, Areas = move.Areas, Kind = MoveKind.Chance, Entries = [], Rest = move.Rest };

    private static IEnumerable<KeyValuePair<ImmutableArray<AgeBandId>, StatedPath>> ByAge(MoveKeys move, Field here, Context context)
    {
        var stated = (move.Chance ?? move.Rate)!;
        if (stated.Same is { } same)
        {
            return [KeyValuePair.Create(move.Ages, same)];
        }

        if (!move.Ages.IsEmpty)
        {
            context.Problems.Add(
                Codes.AgesTwice, here.Below("ages"), $"{here.Path} names its age bands twice.",
                "name them where the values are, and leave 'ages' out.");
        }

        return stated.Each.Select(each => KeyValuePair.Create(ImmutableArray.Create(each.Key), each.Value));
    }

    private static void CheckSelf(MoveKeys move, Field here, Context context)
    {
        var path = move.To?.Need == move.From ? "to" : move.Chances.Any(chance => chance.Key == move.From) ? $"chances.{move.From}" : null;
        if (path is not null)
        {
            context.Problems.Add(
                Codes.MoveToSelf, here.Below(path), $"'{move.From}' cannot move to itself.", "those who do not move stay: leave it out.");
        }
    }

    private static void CheckTimes(ImmutableArray<KeyValuePair<NeedStateId?, StatedPath>> chances, Field here, Context context)
    {
        foreach (var (to, chance) in chances)
        {
            if (chance.Over != chances[0].Value.Over)
            {
                context.Problems.Add(
                    Codes.TimesDiffer, here.Below($"chances.{to?.Name ?? "dead"}"), $"{here.Path} states chances within different times.",
                    "state all chances of a row for the same time.");
            }
        }
    }
}
