using System.Collections.Immutable;

namespace SystemSim.Reading;

/// <summary>
/// The keys of a block. A declaration asks for each of them once, with its shape and what it says; it is run over a file to read
/// the block, and over nothing at all to describe it.
/// </summary>
/// <remarks>
/// Values may be blank when something is wrong or nothing is read: a declaration puts them into a record and leaves all reckoning to
/// what follows the declaration, which runs only when the whole block is right.
/// </remarks>
internal abstract class Keys
{
    /// <summary>The key under which the block itself stands.</summary>
    public abstract string Name { get; }

    /// <summary>Source in force for the numbers of the block.</summary>
    public abstract Provenance From { get; }

    /// <summary>A key that must be there.</summary>
    public abstract T Required<T>(string key, Shape<T> shape, string says);

    /// <summary>A key that may be left out.</summary>
    /// <returns>Its value; <paramref name="otherwise"/> when it is left out.</returns>
    public abstract T Optional<T>(string key, Shape<T> shape, T otherwise, string says);

    /// <summary>A key that may be left out, for nothing.</summary>
    public T? Optional<T>(string key, Shape<T> shape, string says)
        where T : class => Optional(key, shape!, otherwise: null, says);

    /// <summary>A key that the format had, and has no more.</summary>
    /// <param name="key">The key.</param>
    /// <param name="hint">What says it now.</param>
    public abstract void Gone(string key, string hint);

    /// <summary>All keys of the author's own choosing that have one form.</summary>
    /// <param name="key">Their form.</param>
    /// <param name="shape">The values.</param>
    /// <param name="says">What they say.</param>
    /// <param name="atLeastOne">Whether there must be one.</param>
    /// <returns>Keys and values in order, those that were read without a problem.</returns>
    public abstract ImmutableArray<KeyValuePair<TKey, T>> Each<TKey, T>(
        Word<TKey> key, Shape<T> shape, string says, bool atLeastOne = false);

    /// <summary>Exactly one of these keys must be there.</summary>
    public abstract void ExactlyOne(params ReadOnlySpan<string> keys);

    /// <summary>At least one of these keys must be there.</summary>
    public abstract void AtLeastOne(params ReadOnlySpan<string> keys);

    /// <summary>These two keys may not stand together.</summary>
    public abstract void NotBoth(string key, string other);

    /// <summary>A key that makes sense only beside another.</summary>
    public abstract void Needs(string key, string other);

    /// <summary>A <c>source</c> for all numbers in the block that have none of their own.</summary>
    public abstract void TakeSource();
}
