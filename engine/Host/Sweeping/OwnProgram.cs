using System.Diagnostics;

namespace SystemSim.Host;

/// <summary>How this program is started again.</summary>
internal static class OwnProgram
{
    /// <summary>The words that start it: its own file, or that which runs it and its own.</summary>
    public static IReadOnlyList<string> Words
    {
        get
        {
            var process = Environment.ProcessPath ?? "systemsim";
            var own = Path.Combine(AppContext.BaseDirectory, "systemsim.dll");
            return Path.GetFileNameWithoutExtension(process) == "dotnet" && File.Exists(own) ? [process, own] : [process];
        }
    }

    /// <summary>Has a process start it.</summary>
    /// <param name="start">The process.</param>
    /// <param name="words">The words of its command line.</param>
    public static void Put(ProcessStartInfo start, IEnumerable<string> words)
    {
        start.FileName = Words[0];
        foreach (var word in Words.Skip(1).Concat(words))
        {
            start.ArgumentList.Add(word);
        }
    }
}
