using System.Globalization;
using SystemSim.Model;
using SystemSim.Studies;

namespace SystemSim.Runs;

/// <summary>What is asked where scenarios are run.</summary>
public sealed record RunRequest
{
    /// <summary>Verb that makes the same again, written down in the results.</summary>
    public string Verb { get; init; } = "run";

    /// <summary>Options to run beside the baseline; none for all.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Whether to keep every step.</summary>
    public bool BySteps { get; init; }

    /// <summary>Whether to write tidy files and <c>run.json</c> alone.</summary>
    public bool OnlyTidy { get; init; }

    /// <summary>The option to tell of first; null for the scenario's own.</summary>
    public string? Told { get; init; }

    /// <summary>Draws beside the central run; 0 for none, null for as many as an error needs.</summary>
    public long? Draws { get; init; } = 0;

    /// <summary>Whether as many draws are made as the scenario says, none where nothing has a range.</summary>
    public bool DrawsUnlessTold { get; init; }

    /// <summary>Seed; null for the scenario's own.</summary>
    public int? Seed { get; init; }

    /// <summary>Monte Carlo error at which to stop; null to make all draws.</summary>
    public double? Until { get; init; }

    /// <summary>Whether to keep the outcomes of every draw.</summary>
    public bool KeepsDraws { get; init; }

    /// <summary>Threads; never changes a bit.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Whether to add the claims sheet.</summary>
    public bool Claims { get; init; }

    /// <summary>Whether the caller adds the charts as images.</summary>
    public bool Images { get; init; }

    /// <summary>Why it cannot be asked of any scenario: something would be passed over in silence because nothing is drawn; null when
    /// nothing is known against it.</summary>
    public RunFailure? Refusal
    {
        get
        {
            (bool IsAsked, string Option, string What)[] ofDraws =
            [
                (Seed is not null, "--seed", "says how draws are made"),
                (KeepsDraws, "--keep-draws", "keeps draws"),
                (Until is not null, "--until", "says when to stop drawing"),
            ];
            return
                Draws == 0
                && !DrawsUnlessTold
                && ofDraws.FirstOrDefault(option => option.IsAsked) is { Option: { } option, What: var what }
                ? new RunFailure
                {
                    Kind = FailureKind.Question,
                    Sentence = $"{option} {what}, and nothing is drawn.",
                    Hint = $"add --draws, such as --draws 1000, or leave {option} out.",
                }
                : null;
        }
    }

    /// <summary>The request for one scenario, with as many draws as that says.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <exception cref="RefusedException">Something is said of draws where none are made.</exception>
    internal RunRequest For(Scenario scenario)
    {
        var asked = DrawsUnlessTold ? this with { DrawsUnlessTold = false, Draws = UsualDraws(scenario) } : this;
        return asked.Refusal is { } refusal ? throw new RefusedException(refusal) : asked;
    }

    private static long UsualDraws(Scenario scenario) =>
        scenario.HasRanges ? Math.Min(scenario.Drawing.Number, DrawStudy.MostDrawsOf(scenario) ?? int.MaxValue) : 0;

    /// <summary>The options that ask for the same again, wherever and on whatever machine; without scenarios and folder.</summary>
    /// <param name="overrides">What was put in the place of numbers.</param>
    /// <param name="seed">Seed of the draws; null where nothing was drawn.</param>
    internal ImmutableArray<string> Words(IReadOnlyList<string> overrides, int? seed)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        foreach (var change in overrides)
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
