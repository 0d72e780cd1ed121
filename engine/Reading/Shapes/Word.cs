using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SystemSim.Reading;

/// <summary>A single word of a fixed form, as a value or as a key: a name, a financial year, a target.</summary>
/// <typeparam name="T">What it is read into.</typeparam>
internal sealed class Word<T> : Shape<T>
{
    private readonly Regex regex;
    private readonly Func<string, Scalar, Context, T> make;
    private readonly Func<string, Context, string?>? hint;

    /// <summary>Declares a word.</summary>
    /// <param name="code">Code for what is not of this form.</param>
    /// <param name="what">What it is, with its article.</param>
    /// <param name="example">How to write it, for hints.</param>
    /// <param name="pattern">Regular expression that .NET and JSON Schema read alike.</param>
    /// <param name="make">Makes a word of the right form into a value, or reports why it cannot be one.</param>
    /// <param name="hint">What to try where the form is wrong; null for how to write it.</param>
    /// <param name="meant">What to try where a key is meant to have the form and has not; null where that is not looked into.</param>
    /// <param name="isSaid">Whether what is wrong with a word is said where the name that it mentions is declared; null where it mentions
    /// none.</param>
    public Word(
        Code code,
        string what,
        string example,
        string pattern,
        Func<string, Scalar, Context, T> make,
        Func<string, Context, string?>? hint = null,
        Func<string, string?>? meant = null,
        Func<string, Context, bool>? isSaid = null
    )
    {
        Form = new OpenKey(code, what, example, meant, isSaid);
        Pattern = pattern;
        this.hint = hint;
        // In .NET a final $ also matches before a last line break; in JSON Schema it does not.
        regex = new Regex($"{pattern.TrimEnd('$')}\\z", RegexOptions.CultureInvariant);
        this.make = make;
    }

    /// <summary>Its form, in words.</summary>
    public OpenKey Form { get; }

    /// <summary>How to write it.</summary>
    public string Example => Form.Example;

    /// <summary>Regular expression of its form.</summary>
    public string Pattern { get; }

    /// <summary>Whether a text has the form.</summary>
    public bool Fits(string text) => regex.IsMatch(text);

    /// <summary>Makes a word that fits into a value; what else is wrong with it is reported.</summary>
    public T From(Scalar scalar, Context context) => make(scalar.Text, scalar, context);

    /// <inheritdoc/>
    public override T Read(Field here, Context context)
    {
        if (context.Single(here, Form.What) is not { } scalar)
        {
            return Blank;
        }

        if (Fits(scalar.Text))
        {
            return From(scalar, context);
        }

        if (Form.IsSaid?.Invoke(scalar.Text, context) == true)
        {
            context.Problems.CountSaid();
            return Blank;
        }

        context.Problems.Add(
            Form.Code, scalar.At, $"'{scalar.Text}' is not {Form.What}.",
            hint?.Invoke(scalar.Text, context) ?? Form.Meant?.Invoke(scalar.Text) ?? $"write {Form.What} like {Example}.");
        return Blank;
    }

    /// <inheritdoc/>
    public override JsonObject Describe(SchemaBook book) => new() { ["type"] = "string", ["pattern"] = Pattern };
}
