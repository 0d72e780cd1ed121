using System.Globalization;
using SystemSim.Analysis;
using SystemSim.Model;

namespace SystemSim.Studies;

/// <summary>Which of the things that options set change nothing: each is left out in turn, and the central run held against the one with
/// it.</summary>
/// <remarks>Where another option is what is left of one without the setting, it has run already. All others run together, once.</remarks>
public static class SettingStudy
{
    /// <summary>Looks for settings from which nothing follows.</summary>
    /// <param name="prepared">The scenario.</param>
    /// <param name="answers">The answers of the central run.</param>
    /// <param name="without">Options of it, each without one of the things that it sets.</param>
    /// <param name="threads">Threads to use.</param>
    /// <param name="stop">Interrupts the study.</param>
    public static ImmutableArray<RunFinding> Run(
        Prepared prepared,
        Answers answers,
        IEnumerable<OptionWithout> without,
        int threads = 1,
        CancellationToken stop = default
    )
    {
        var asked = without.Where(one => one.Rest is not null && answers.Options.Any(option => option.Id == one.Option)).ToArray();
        OptionWithout[] toRun = [.. asked.Where(one => Twin(answers, one) is null)];
        var run = Runs(prepared, [.. toRun.Select((one, place) => one.Rest! with { Id = IdOf(place) })], threads, stop);
        return
        [
            .. from one in asked
            let place = Array.IndexOf(toRun, one)
            let rest = place < 0 ? (Answers: answers, Option: Twin(answers, one)!.Id) : (Answers: run[place]!, Option: IdOf(place))
            where rest.Answers is not null && Sameness.Are(answers, one.Option, rest.Answers, rest.Option)
            select new RunFinding(
                RunFinding.NothingFollows,
                $"options.{one.Option}.set.{one.Path}",
                $"'{one.Option}' sets {one.Path}, and nothing follows: with central values no number differs from what it is without that{Told(answers, one)}."
            ),
        ];
    }

    // No option of a scenario can have this name.
    private static OptionId IdOf(int place) => new(string.Create(CultureInfo.InvariantCulture, $"without {place}"));

    /// <summary>An option that is what is left of another; null where there is none.</summary>
    private static Option? Twin(Answers answers, OptionWithout one) =>
        answers.Options.FirstOrDefault(other =>
            other.Place.Governance.Id == one.Rest!.Place.Governance.Id
            && other.Change?.From == one.Rest.Change?.From
            && other.Sets.Order(StringComparer.Ordinal).SequenceEqual(one.Rest.Sets.Order(StringComparer.Ordinal))
        );

    /// <summary>[option] the answers that hold it; null where it cannot be run.</summary>
    private static ImmutableArray<Answers?> Runs(Prepared prepared, ImmutableArray<Option> options, int threads, CancellationToken stop)
    {
        if (options.IsEmpty || stop.IsCancellationRequested)
        {
            return [.. options.Select(_ => (Answers?)null)];
        }

        if (Run(prepared, options, threads) is { } together)
        {
            return [.. options.Select(_ => together)];
        }

        // One of them breaks a rule without the setting: the others are none the worse for it.
        return options.Length == 1 ? [null] : [.. options.SelectMany(option => Runs(prepared, [option], threads, stop))];
    }

    private static Answers? Run(Prepared prepared, ImmutableArray<Option> options, int threads)
    {
        var these = prepared.Scenario with { Options = [prepared.Scenario.BaselineOption, .. options] };
        var study = CentralStudy.Run(prepared.Like(these));
        return study.Broken is null ? Answers.Of(these, study.Runs, threads) : null;
    }

    /// <summary>Of a budget, what the fund's rule makes of it.</summary>
    private static string Told(Answers answers, OptionWithout one)
    {
        if (one.Path.Split('.') is not ["services", var service, "budget", ..])
        {
            return "";
        }

        var first = answers.Scenario.Horizon.Start.ToString();
        var budget = answers
            .Rows(one.Option.Name, "", "budget")
            .Where(row => row.About.Service == service && row.About.PriceBase == Headline.Nominal && row.Year == first && row.Step is null)
            .Sum(row => row.Value);
        return string.Create(CultureInfo.InvariantCulture, $" (its budget of {first} is £{budget:#,0.##} either way)");
    }
}
