namespace SystemSim.Reporting;

/// <summary>Words of commands, as the shell takes them to the letter.</summary>
public static class ShellWord
{
    /// <summary>The word in quotation marks, whatever it holds.</summary>
    public static string Quoted(string word) => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>The word as a person would type it: in quotation marks only where it needs them.</summary>
    public static string Typed(string word) =>
        word.Length > 0 && word.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-' or '=' or '/' or ',')
            ? word
            : Quoted(word);
}
