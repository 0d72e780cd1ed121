using SystemSim.Reading;

namespace SystemSim.Runs;

/// <summary>Puts what was changed into the text of a scenario, for whoever writes it.</summary>
public static class KeepChanges
{
    /// <summary>Makes the text.</summary>
    /// <param name="source">The scenario as it is.</param>
    /// <param name="request">What is changed.</param>
    /// <returns>The text; or why it cannot be made without changing more than that.</returns>
    public static Task<Outcome<KeptText>> Keep(ScenarioSource.InMemory source, KeepRequest request) =>
        Outcome.Of(() =>
        {
            var edited = request.Option is { } option
                ? ScenarioEditor.AddOption(source.Files, source.Name, option, request.Changes)
                : ScenarioEditor.Change(source.Files, source.Name, request.Changes);
            return edited.Why is { } why
                ? throw RefusedException.Question(why, edited.Hint, source.Name)
                : Task.FromResult(new KeptText(source.Name, edited.Bytes));
        });
}

/// <summary>What is to be put into a text.</summary>
/// <param name="Changes">What is changed, each as <c>path=value</c>.</param>
/// <param name="Option">The option that is to be what is changed; null where the scenario itself is.</param>
public sealed record KeepRequest(IReadOnlyList<string> Changes, NewOption? Option);

/// <summary>A text with changes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Bytes">Its bytes.</param>
public sealed record KeptText(string Name, ImmutableArray<byte> Bytes);
