using System.Security.Cryptography;
using System.Text;

namespace SystemSim.Reporting;

/// <summary>The style of all pages, and what pages may do: nothing but show themselves.</summary>
internal static class Sheets
{
    /// <summary>The style sheet.</summary>
    public const string Style = """
        *{box-sizing:border-box}
        html{font:17px/1.5 Arial,'Liberation Sans',Helvetica,sans-serif;color:#0b0c0c;background:#fff;-webkit-text-size-adjust:100%}
        body{margin:0 auto;padding:1rem 12px 3rem;max-width:46rem;overflow-wrap:anywhere}
        h1{font-size:1.7rem;line-height:1.2;margin:.5rem 0}
        h2{font-size:1.25rem;line-height:1.25;margin:2.5rem 0 .6rem;border-top:2px solid #12436D;padding-top:.7rem}
        p{margin:.5rem 0}
        .question{font-size:1.15rem;color:#505a5f}
        .answer p{font-size:1.1rem}
        .links{margin:1.2rem 0}
        .about,.note,footer{color:#505a5f;font-size:.85rem}
        figure{margin:1rem 0 1.6rem;break-inside:avoid}
        svg{display:block;width:100%;max-width:33rem;height:auto}
        figcaption{max-width:33rem;font-size:.9rem;padding:0 8px}
        dl{margin:.5rem 0;font-size:.9rem}
        dt{font-weight:bold}
        dd{margin:0 0 .5rem}
        .wide{overflow-x:auto;margin:1rem 0 0}
        table{border-collapse:collapse;font-size:.85rem;width:100%;overflow-wrap:normal}
        caption{max-width:calc(100vw - 24px);text-align:left;font-weight:bold;font-size:1rem;padding:.4rem 0}
        th,td{padding:.3rem .5rem .3rem 0;text-align:left;vertical-align:top;border-bottom:1px solid #d8dcde}
        thead th{vertical-align:bottom;border-bottom:2px solid #0b0c0c}
        tbody th{font-weight:normal}
        .part th{padding-left:.8rem;color:#505a5f;white-space:nowrap}
        summary{font-weight:bold;padding:.4rem 0}
        details caption{display:none}
        .n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
        thead .n{white-space:normal}
        code{font-size:.9em;background:#f3f2f1;padding:.1em .3em}
        a{color:#12436D}
        ul{padding-left:1.2rem}
        @media screen and (max-width:30rem){.minor{display:none}h1{font-size:1.45rem}}
        @media (forced-colors:active){svg{forced-color-adjust:none;background:#fff}}
        @page{size:A4;margin:12mm}
        @media print{html{font-size:10.5pt}body{max-width:none;padding:0}.wide{overflow:visible}table{font-size:8.5pt}tr{break-inside:avoid}h2{break-after:avoid}svg{max-width:125mm}}
        @media print{.officers{break-before:page}.first{font-size:8.5pt;line-height:1.3}.first p,.first ul{margin:.2rem 0;font-size:1em}.first h1{font-size:15pt;margin:0}.first h2{font-size:10pt;margin:.5rem 0 .2rem;padding-top:.2rem}.first figure{margin:0}.first table,.first caption,.first .note,.first .about{font-size:8pt}.first th,.first td{padding:.1rem .2rem .1rem 0}.pair{display:grid;grid-template-columns:5fr 6fr;gap:6mm}}
        """;

    /// <summary>What the page may load, which is nothing, and whose style it obeys, which is its own.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; base-uri 'none'; form-action 'none'";
}
