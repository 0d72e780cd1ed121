using System.Net;
using System.Text.RegularExpressions;
using NUnit.Framework;

namespace SystemSim.Acceptance;

/// <summary>The first page of each place: in words that anybody can read, and whole in itself.</summary>
public sealed class FirstPageTests
{
    // As school years are counted: a reader of 13 is in the eighth grade.
    private const double MostGrade = 8.0;

    private static IEnumerable<string> Places =>
        Directory.GetDirectories(Path.Combine(Repository.Scenarios, "places")).Select(folder => Path.GetFileName(folder)).Order();

    [TestCaseSource(nameof(Places))]
    public void A_first_page_can_be_read_by_anybody(string place)
    {
        using var here = new Workplace();
        var call = here.Call("report", Path.Combine(Repository.Scenarios, "places", place), "--out", "out", "--draws", "60", "--claims");
        var page = WebUtility.HtmlDecode(File.ReadAllText(here.At("out/summary.html")));
        var first = page.Split("class=\"officers\"")[0].Split("<main>")[1];
        var words = Regex.Replace(Regex.Replace(first, "<svg.*?</svg>", "", RegexOptions.Singleline), "<[^>]*>", " ");
        var answer = Regex.Match(first, "<section class=\"answer\".*?</section>", RegexOptions.Singleline).Value;
        var claims = Regex.Count(File.ReadAllText(here.At("out/claims.html")), "<section>");

        TestContext.Out.WriteLine($"{place}: grade {Grade(answer):0.0}, {claims} claims");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(call.ExitCode, Is.Zero, call.Errors);
            Assert.That(Regex.Match(words, @"\b[a-z]+_[a-z_]+\b").Value, Is.Empty, "a name of the format");
            Assert.That(Regex.Match(words, @"\b(services|people|organisations|governance|prices|effects|factors)\.\w").Value, Is.Empty);
            Assert.That(Regex.Match(words, @"(?<![\d.])\b0 of\b").Value, Is.Empty);
            Assert.That(words, Does.Not.Contain("GBP").And.Not.Contain("draws"));
            Assert.That(claims, Is.InRange(3, 5));
            Assert.That(Grade(answer), Is.LessThanOrEqualTo(MostGrade));
        }
    }

    /// <summary>The Flesch-Kincaid grade: words a sentence, which ends at a full stop, and syllables a word. Amounts are one syllable each;
    /// an option's title, which is the author's, is one word.</summary>
    private static double Grade(string html)
    {
        var text = Regex.Replace(Regex.Replace(html, "</p>", ". "), "<[^>]*>", " ");
        text = Regex.Replace(text, "‘[^’]*’", " it ");
        string[] sentences = [.. Regex.Split(text, @"[.]\s").Where(sentence => sentence.Any(char.IsLetter))];
        string[] words = [.. Regex.Matches(text, @"[A-Za-z£][\w£'.,/%-]*|\d[\w.,/%-]*").Select(word => word.Value)];
        var syllables = words.Sum(word => char.IsLetter(word[0]) ? Syllables(word) : 1);
        return (0.39 * words.Length / sentences.Length) + (11.8 * syllables / words.Length) - 15.59;
    }

    private static int Syllables(string word)
    {
        var sounds = Regex.Count(word.ToLowerInvariant(), "[aeiouy]+");
        return Math.Max(1, sounds - (word.EndsWith('e') && !word.EndsWith("le", StringComparison.Ordinal) ? 1 : 0));
    }
}
