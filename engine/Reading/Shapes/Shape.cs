using System.Text.Json.Nodes;

namespace SystemSim.Reading;

/// <summary>What may stand in one place of a scenario. One declaration both reads it and describes it to editors, so that they agree.</summary>
/// <typeparam name="T">What it is read into.</typeparam>
internal abstract class Shape<T>
{
    /// <summary>What stands for a value that is missing or wrong; whoever gets it knows from the problems not to use it.</summary>
    public virtual T Blank => default!;

    /// <summary>Reads it.</summary>
    /// <param name="here">The node, and where in the scenario it stands.</param>
    /// <param name="context">What is known of the scenario so far; takes problems and numbers.</param>
    /// <returns>The value; <see cref="Blank"/>, or what there is of it, when a problem was reported.</returns>
    public abstract T Read(Field here, Context context);

    /// <summary>Describes it as JSON Schema (draft 7).</summary>
    /// <param name="book">Holds the definitions that several places share.</param>
    public abstract JsonObject Describe(SchemaBook book);

    /// <summary>The same shape, made into something else when it was read without a problem.</summary>
    public Shape<TOther> Then<TOther>(Func<T, Field, Context, TOther> make) => Then(make, default!);

    /// <summary>The same shape, made into something else when it was read without a problem.</summary>
    /// <param name="make">Makes it.</param>
    /// <param name="blank">What stands for it otherwise.</param>
    public Shape<TOther> Then<TOther>(Func<T, Field, Context, TOther> make, TOther blank) => new ThenShape<T, TOther>(this, make, blank);

    /// <summary>The same shape with one more rule, applied when it was read without a problem.</summary>
    public Shape<T> Check(Action<T, Field, Context> check) => Then((value, here, context) =>
    {
        check(value, here, context);
        return value;
    }, Blank);

    /// <summary>The same shape under a name that the JSON Schema defines once.</summary>
    public Shape<T> Named(string name) => new NamedShape<T>(name, this);
}
