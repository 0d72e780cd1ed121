using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace SystemSim.Acceptance;

/// <summary>One call of the built program: what it said and how it ended.</summary>
/// <param name="ExitCode">Exit code.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Errors">What it wrote to standard error, without its progress: whether it tells any hangs on how busy the machine
/// is.</param>
internal sealed partial record ProgramCall(int ExitCode, string Output, string Errors)
{
    // Long enough for a busy machine; only what hangs is cut off.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>The program as people have it: beside the tests lies one whose libraries are not compiled ahead of time.</summary>
    private static string Dll { get; } =
        Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "SystemSim.Host", Configuration, "systemsim.dll"));

    private static string Configuration => Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

    /// <summary>Lines of what it wrote to standard output.</summary>
    public string[] Lines => Output.Split('\n')[..^1];

    /// <summary>Calls the program.</summary>
    /// <param name="folder">Its current folder.</param>
    /// <param name="words">The words of the command line.</param>
    public static ProgramCall In(string folder, params string[] words) => In(folder, _ => { }, words);

    /// <summary>What calls the program in a script of the shell.</summary>
    public static string InShell => $"\"{Runtime}\" \"{Dll}\"";

    private static string Runtime => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>Runs a script of the shell.</summary>
    /// <param name="folder">Its current folder.</param>
    /// <param name="variables">Variables of its environment that differ from those of the tests.</param>
    /// <param name="words">The script, or what the shell is asked for, and the words that follow.</param>
    public static ProgramCall Script(string folder, Dictionary<string, string> variables, params string[] words)
    {
        var start = new ProcessStartInfo("sh", words)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        return new ProgramCall(process.ExitCode, output.Result, errors.Result);
    }

    /// <summary>Calls the program, and does something while it runs.</summary>
    /// <param name="folder">Its current folder.</param>
    /// <param name="meanwhile">Is given the process once it has started.</param>
    /// <param name="words">The words of the command line.</param>
    public static ProgramCall In(string folder, Action<Process> meanwhile, params string[] words) => In(folder, meanwhile, [], words);

    /// <summary>Calls the program with variables of its own.</summary>
    /// <param name="folder">Its current folder.</param>
    /// <param name="meanwhile">Is given the process once it has started.</param>
    /// <param name="variables">Variables of its environment that differ from those of the tests.</param>
    /// <param name="words">The words of the command line.</param>
    public static ProgramCall In(string folder, Action<Process> meanwhile, Dictionary<string, string> variables, string[] words)
    {
        using var process = new Process { StartInfo = Start(folder, words) };
        foreach (var (name, value) in variables)
        {
            process.StartInfo.Environment[name] = value;
        }

        process.Start();
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        meanwhile(process);
        if (!process.WaitForExit(Patience))
        {
            process.Kill();
            throw new TimeoutException($"'systemsim {string.Join(' ', words)}' did not end.");
        }

        return new ProgramCall(
            process.ExitCode,
            output.Result.ReplaceLineEndings("\n"),
            ProgressLine().Replace(errors.Result.ReplaceLineEndings("\n"), "")
        );
    }

    [GeneratedRegex("^running: [0-9]+%\\n", RegexOptions.Multiline)]
    private static partial Regex ProgressLine();

    /// <summary>How the program is started.</summary>
    /// <param name="folder">Its current folder.</param>
    /// <param name="words">The words of the command line.</param>
    public static ProcessStartInfo Start(string folder, string[] words)
    {
        // A job started in the background ignores interrupts, and so would the program if it inherited that.
        string[] command = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", Runtime] : [Runtime];
        var start = new ProcessStartInfo(command[0])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var word in command[1..])
        {
            start.ArgumentList.Add(word);
        }

        start.ArgumentList.Add(Dll);
        foreach (var word in words)
        {
            start.ArgumentList.Add(word);
        }

        return start;
    }
}
