using System.Text;

namespace SystemSim.Reporting;

/// <summary>Writes <c>reproduce.sh</c>: makes a folder again, and says whether every byte is the same.</summary>
internal static class ShellScript
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "reproduce.sh";

    /// <summary>Writes it.</summary>
    /// <param name="version">Version of the program.</param>
    /// <param name="command">The command.</param>
    /// <param name="scenarios">Scenarios as named in the folder.</param>
    /// <param name="files">Files to compare, as named in the folder.</param>
    public static byte[] Write(string version, CommandRecord command, IEnumerable<string> scenarios, IEnumerable<string> files)
    {
        var named = string.Join(' ', scenarios.Select(name => $"\"$here\"/{ShellWord.Quoted(name)}"));
        var words = string.Concat(command.Words.Select(word => $" {ShellWord.Quoted(word)}"));
        return Encoding.UTF8.GetBytes($$"""
            #!/bin/sh
            # Makes these results again from the files in inputs/, and says whether every byte is the same.
            # Use: sh reproduce.sh [FOLDER]   FOLDER takes the new results; beside this one, with -again after its name, unless stated.
            # SYSTEMSIM names the program where it is not called systemsim. These results were made by version {{version}}.
            set -u
            here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P) || exit 5
            again=${1:-"$here-again"}
            "${SYSTEMSIM:-systemsim}" {{command.Verb}} {{named}}{{words}} --out "$again" --root "$here"/inputs --quiet > /dev/null
            ended=$?
            # 4: made, and something that was expected of it is not so.
            case $ended in 0|4) ;; *) exit $ended ;; esac
            same=yes
            for file in {{string.Join(" \\\n  ", files.Select(ShellWord.Quoted))}}
            do
              cmp -s "$here/$file" "$again/$file" || { echo "differs: $file"; same=no; }
            done
            if [ "$same" = no ]; then exit 6; fi
            echo "Every byte is the same: $again"

            """.ReplaceLineEndings("\n"));
    }
}
