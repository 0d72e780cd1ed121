using System.Security.Cryptography;
using System.Text;

namespace SystemSim.Reporting;

/// <summary>The style of all pages, and what pages may do: nothing but show themselves.</summary>
internal static class Sheets
{
    /// <summary>The style sheet: a file of its own, which the page in a browser has too.</summary>
    public static string Style { get; } = Read();

    /// <summary>What the page may load, which is nothing, and whose style it obeys, which is its own.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; base-uri 'none'; form-action 'none'";

    private static string Read()
    {
        using var sheet = new StreamReader(typeof(Sheets).Assembly.GetManifestResourceStream("report.css")!, Encoding.UTF8);
        return sheet.ReadToEnd().ReplaceLineEndings("\n").TrimEnd();
    }
}
