using System.Globalization;
using SystemSim.Kernel;
namespace SystemSim.Bench;
internal static class Dump
{
    public static int Run(TextWriter o)
    {
        var d = new BoroughDraws("pooled", true);
        var p = d.Programs.Options[0].Program; var layout = d.Programs.Options[0].Ledger;
        o.WriteLine($"rows {p.Rows} constants {p.Constants.Length} firstInput {p.FirstInput} inputs {p.Inputs} firstScratch {p.FirstScratch}");
        for (var s = 0; s < p.Sections.Length; s++) o.WriteLine($"section {(Section)s} {p.Sections[s].Instructions.Length} stores {p.Sections[s].Stores.Length}");
        string N(int r) => r < p.Constants.Length ? p.Constants[r].ToString("G6", CultureInfo.InvariantCulture) : r >= p.FirstScratch ? "t" + r : "r" + r;
        foreach (var sec in new[] { Section.Step, Section.YearStart, Section.YearEnd })
        {
            o.WriteLine("== " + sec);
            var k = 0;
            foreach (var i in p.Sections[(int)sec].Instructions) o.WriteLine($"{k++} {N(i.Result)} = {i.Operation} {N(i.A)} {N(i.B)} {N(i.C)} {N(i.D)}");
            foreach (var st in p.Sections[(int)sec].Stores) o.WriteLine($"store r{st.To} <- {N(st.From)} len {st.Length}");
        }
        for (var r = 0; r < layout.Rows.Length; r++) if (layout.YearOutputs[r] >= 0) o.WriteLine($"out {layout.Rows[r]} -> r{p.Outputs[layout.YearOutputs[r]]}");
        return 0;
    }
}
