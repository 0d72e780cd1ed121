using System.Text;
using System.Text.RegularExpressions;

namespace SystemSim.Reporting;

/// <summary>Writes <c>reproduce.cmd</c>: what <see cref="ShellScript"/> does, for Windows.</summary>
internal static partial class CommandScript
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "reproduce.cmd";

    /// <summary>Writes it.</summary>
    /// <param name="version">Version of the program.</param>
    /// <param name="command">The command.</param>
    /// <param name="scenarios">Scenarios as named in the folder.</param>
    /// <param name="files">Files to compare, as named in the folder.</param>
    public static byte[] Write(string version, CommandRecord command, IEnumerable<string> scenarios, IEnumerable<string> files)
    {
        string[] all = [.. scenarios, .. command.Words, .. files];
        var text = all.Any(word => word.Any(char.IsControl))
            ? """
              @echo off
              echo A word of the command holds a line end or another sign that this kind of script cannot write. Use reproduce.sh.
              exit /b 2

              """
            : Script(version, command, scenarios, files);
        return Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"));
    }

    private static string Script(string version, CommandRecord command, IEnumerable<string> scenarios, IEnumerable<string> files)
    {
        var named = string.Join(' ', scenarios.Select(name => $"\"%here%\\{InQuotes(Windows(name))}\""));
        var words = string.Concat(command.Words.Select(word => $" \"{InQuotes(word)}\""));
        return $"""
            @echo off
            rem Makes these results again from the files in inputs\, and says whether every byte is the same.
            rem Use: reproduce.cmd [FOLDER]   FOLDER takes the new results; beside this one, with -again after its name, unless stated.
            rem SYSTEMSIM names the program where it is not called systemsim. These results were made by version {version}.
            setlocal DisableDelayedExpansion
            chcp 65001 >nul
            for %%I in ("%~dp0.") do set "here=%%~fI"
            set "again=%~1"
            if not defined again set "again=%here%-again"
            if not defined SYSTEMSIM set "SYSTEMSIM=systemsim"
            "%SYSTEMSIM%" {command.Verb} {named}{words} --out "%again%" --root "%here%\inputs" --quiet >nul
            rem 4: made, and something that was expected of it is not so.
            if errorlevel 5 exit /b
            if errorlevel 1 if not errorlevel 4 exit /b
            set "same=yes"
            {string.Join('\n', files.Select(file => Comparison(Windows(file))))}
            if "%same%"=="no" exit /b 6
            echo Every byte is the same: "%again%"

            """;
    }

    private static string Comparison(string file)
    {
        var name = file.Replace("%", "%%", StringComparison.Ordinal);
        return $"fc /b \"%here%\\{name}\" \"%again%\\{name}\" >nul 2>nul || (echo differs: \"{name}\"& set \"same=no\")";
    }

    private static string Windows(string name) => name.Replace('/', '\\');

    /// <summary>A word inside quotation marks, as both the command interpreter and the program take it to the letter.</summary>
    private static string InQuotes(string word) =>
        BeforeQuote().Replace(word, "$1$1").Replace("\"", "\"\"", StringComparison.Ordinal).Replace("%", "%%", StringComparison.Ordinal);

    [GeneratedRegex("""(\\+)(?="|\z)""")]
    private static partial Regex BeforeQuote();
}
