using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>An effect, and where the file states it.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Effect">The effect.</param>
internal sealed record ReadEffect(string Path, Effect Effect)
{
    /// <summary>The same effect, with what brings it about.</summary>
    public ReadEffect OwnedBy(EffectOwner owner) => this with { Effect = Effect with { Owner = owner } };
}
