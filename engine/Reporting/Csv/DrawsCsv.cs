using System.Text;
using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>Writes outcomes draw by draw, under the header of every tidy file: <c>tidy/draws.csv</c>.</summary>
/// <remarks>Every outcome is one of the whole run: a sum over its years where it is a flow, and what stands at the end otherwise; the year
/// is empty. A ratio to nothing has no row.</remarks>
internal static class DrawsCsv
{
    /// <summary>Name of the table.</summary>
    public const string Table = "draws";

    /// <summary>Writes the draws, draw by draw.</summary>
    public static void Write(KeptDraws kept, Stream to)
    {
        using var writer = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true);
        writer.Write(string.Join(',', Observation.Columns));
        writer.Write('\n');
        for (var draw = 0; draw < kept.Draws.Count; draw++)
        {
            for (var outcome = 0; outcome < kept.Outcomes.Length; outcome++)
            {
                var mayBeAbsent = kept.Outcomes[outcome].About.Unit == MeasureEntry.Ratio;
                if (!mayBeAbsent || !double.IsNaN(kept.Values[outcome][draw]))
                {
                    TidyCsv.Write(
                        new Observation(kept.Outcomes[outcome].About, "", null, kept.Values[outcome][draw]),
                        "draw",
                        kept.Draws[draw],
                        writer
                    );
                }
            }
        }
    }
}
