using System.Text;
using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>Writes assurance statements as Markdown.</summary>
internal static class AssuranceMarkdown
{
    private const string Special = "\\`*_{}[]<>#|&$~";

    /// <summary>The statements on all scenarios of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="logs">[scenario] logs of assumptions.</param>
    public static byte[] Write(RunRecord run, IEnumerable<AssumptionsLog> logs)
    {
        var text = new StringBuilder();
        foreach (var (record, log) in run.Scenarios.Zip(logs))
        {
            text.Append("# Assurance statement: ").Append(Plain(record.Scenario.Title)).Append('\n');
            foreach (var section in AssuranceStatement.Of(run, record, log))
            {
                text.Append("\n## ").Append(section.Heading).Append("\n\n");
                foreach (var statement in section.Statements)
                {
                    text.Append("- ").Append(Plain(statement)).Append('\n');
                }
            }

            text.Append('\n');
        }

        text.Length--;
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Text that Markdown takes for text.</summary>
    private static string Plain(string text) =>
        string.Concat(
            PlainText.Of(text).Select(letter => Special.Contains(letter, StringComparison.Ordinal) ? $"\\{letter}" : $"{letter}")
        );
}
