using System.Collections.Immutable;
using System.Globalization;
using SystemSim.Model;
using SystemSim.Studies;

namespace SystemSim.Host;

/// <summary>What is asked of <c>run</c>, <c>report</c> or <c>compare</c>.</summary>
internal sealed record RunRequest
{
    /// <summary>Scenarios, as typed.</summary>
    public required IReadOnlyList<string> Scenarios { get; init; }

    /// <summary>Overrides.</summary>
    public required IReadOnlyList<string> Overrides { get; init; }

    /// <summary>Options to run beside the baseline; none for all.</summary>
    public required IReadOnlyList<string> Options { get; init; }

    /// <summary>Results folder as typed; null for the default.</summary>
    public required string? Out { get; init; }

    /// <summary>Whether to keep every step.</summary>
    public required bool BySteps { get; init; }

    /// <summary>Whether to write tidy files and <c>run.json</c> alone.</summary>
    public required bool OnlyTidy { get; init; }

    /// <summary>The option to tell of first; null for the scenario's own.</summary>
    public string? Told { get; init; }

    /// <summary>Draws beside the central run; 0 for none, null for as many as an error needs.</summary>
    public required long? Draws { get; init; }

    /// <summary>Whether as many draws are made as the scenario says, none where nothing has a range.</summary>
    public bool DrawsUnlessTold { get; init; }

    /// <summary>Seed; null for the scenario's own.</summary>
    public required int? Seed { get; init; }

    /// <summary>Monte Carlo error at which to stop; null to make all draws.</summary>
    public required double? Until { get; init; }

    /// <summary>Whether to keep the outcomes of every draw.</summary>
    public required bool KeepsDraws { get; init; }

    /// <summary>Threads to use.</summary>
    public required int Threads { get; init; }

    /// <summary>Whether to add the claims sheet.</summary>
    public bool Claims { get; init; }

    /// <summary>Whether to add the charts as images.</summary>
    public bool Images { get; init; }

    /// <summary>Whether to answer in JSON.</summary>
    public required bool Json { get; init; }

    /// <summary>Whether to tell no progress.</summary>
    public required bool Quiet { get; init; }

    /// <summary>The request for one scenario, with as many draws as that says.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <exception cref="StopException">Something is said of draws where none are made.</exception>
    public RunRequest For(Scenario scenario) =>
        DrawsUnlessTold
            ? (this with { DrawsUnlessTold = false, Draws = UsualDraws(scenario) }).WithoutIdle()
            : this;

    private static long UsualDraws(Scenario scenario) =>
        scenario.HasRanges ? Math.Min(scenario.Drawing.Number, DrawStudy.MostDrawsOf(scenario) ?? int.MaxValue) : 0;

    /// <summary>The request, unless something would be passed over in silence because nothing is drawn.</summary>
    /// <exception cref="StopException">Something is said of draws where none are made.</exception>
    public RunRequest WithoutIdle()
    {
        (bool IsAsked, string Option, string What)[] ofDraws =
        [
            (Seed is not null, "--seed", "says how draws are made"),
            (KeepsDraws, "--keep-draws", "keeps draws"),
            (Until is not null, "--until", "says when to stop drawing"),
        ];
        return Draws == 0 && !DrawsUnlessTold && ofDraws.FirstOrDefault(option => option.IsAsked) is { Option: { } option, What: var what }
            ? throw MeasureChoice.Wrong(
                $"{option} {what}, and nothing is drawn.",
                $"add --draws, such as --draws 1000, or leave {option} out."
            )
            : this;
    }

    /// <summary>The options that ask for the same again, wherever and on whatever machine; without scenarios and folder.</summary>
    /// <param name="seed">Seed of the draws; null where nothing was drawn.</param>
    public ImmutableArray<string> Words(int? seed)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        foreach (var change in Overrides)
        {
            words.AddRange("--set", change);
        }

        if (Options.Count > 0)
        {
            words.AddRange("--options", string.Join(',', Options));
        }

        if (Told is { } told)
        {
            words.AddRange("--option", told);
        }

        if (BySteps)
        {
            words.Add("--steps");
        }

        if (Claims)
        {
            words.Add("--claims");
        }

        if (Images)
        {
            words.Add("--png");
        }

        if (seed is { } stated)
        {
            AddDraws(words, stated);
        }
        else
        {
            words.AddRange("--draws", "0");
        }

        return words.ToImmutable();
    }

    private void AddDraws(ImmutableArray<string>.Builder words, int seed)
    {
        if (Draws is { } draws)
        {
            words.AddRange("--draws", draws.ToString(CultureInfo.InvariantCulture));
        }

        if (Until is { } error)
        {
            words.AddRange("--until", string.Create(CultureInfo.InvariantCulture, $"{(decimal)error * 100m}%"));
        }

        if (KeepsDraws)
        {
            words.Add("--keep-draws");
        }

        words.AddRange("--seed", seed.ToString(CultureInfo.InvariantCulture));
    }
}
