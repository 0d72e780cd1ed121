using System.Globalization;
using System.Text;
using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Reporting;

namespace SystemSim.Tests.Reporting;

public sealed class TidyCsvTests
{
    private static readonly Subject Waiting = new() { Option = "siloed", Measure = "waiting", Unit = "contact" };
    private static readonly Observation Plain = new(Waiting, "2026/27", null, 1.5);

    [Test]
    public void A_file_starts_with_the_one_header()
    {
        Assert.That(
            Written(),
            Is.EqualTo(
                "option,against,year,step,measure,organisation,fund,provider,service,tier,area,age_band,need_state,price_base,unit,statistic,draw,value\n"
            )
        );
    }

    [Test]
    public void What_does_not_apply_is_empty()
    {
        Assert.That(Rows(Plain), Is.EqualTo(["siloed,,2026/27,,waiting,,,,,,,,,,contact,central,,1.5"]));
    }

    [Test]
    public void Every_column_stands_in_its_place()
    {
        var about = new Subject
        {
            Option = "a",
            Against = "b",
            Measure = "d",
            Organisation = "e",
            Fund = "f",
            Provider = "g",
            Service = "h",
            Tier = "i",
            Area = "j",
            AgeBand = "k",
            NeedState = "l",
            PriceBase = "m",
            Unit = "n",
            Statistic = "o",
            Draw = 2,
        };

        Assert.That(Rows(new Observation(about, "c", 1, 3.0)), Is.EqualTo(["a,b,c,1,d,e,f,g,h,i,j,k,l,m,n,o,2,3"]));
    }

    [TestCase("person, helped", "\"person, helped\"")]
    [TestCase("a \"contact\"", "\"a \"\"contact\"\"\"")]
    [TestCase("two\nlines", "\"two\nlines\"")]
    [TestCase("a\rb", "\"a\rb\"")]
    [TestCase("=1+1", "'=1+1")]
    [TestCase("naïve £", "naïve £")]
    public void Text_is_quoted_where_the_format_asks_for_it_marked_where_it_is_like_a_formula_and_otherwise_left_alone(
        string unit,
        string cell
    )
    {
        Assert.That(Written(Plain with { About = Waiting with { Unit = unit } }), Does.Contain($",{cell},central,"));
    }

    [TestCase(0.1)]
    [TestCase(1e-300)]
    [TestCase(1e300)]
    [TestCase(123456789.12345679)]
    [TestCase(-5.0)]
    [TestCase(double.Epsilon)]
    [TestCase(double.MaxValue)]
    public void Numbers_give_the_same_double_back(double value)
    {
        var cell = Rows(Plain with { Value = value })[0].Split(',')[^1];

        Assert.That(double.Parse(cell, CultureInfo.InvariantCulture), Is.EqualTo(value));
    }

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    [TestCase(double.NegativeInfinity)]
    public void What_is_not_a_finite_number_is_not_written(double value) =>
        Assert.That(() => Written(Plain with { Value = value }), Throws.InvalidOperationException);

    [Test]
    public void Zero_has_no_sign()
    {
        Assert.That(Rows(Plain with { Value = -0.0 })[0], Does.EndWith(",0"));
    }

    [Test]
    public void There_is_no_mark_and_no_carriage_return()
    {
        var bytes = Bytes(Plain);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(bytes[0], Is.EqualTo((byte)'o'));
            Assert.That(bytes, Has.None.EqualTo((byte)'\r'));
            Assert.That(bytes[^1], Is.EqualTo((byte)'\n'));
        }
    }

    private static string[] Rows(params Observation[] rows) => Written(rows).Split('\n')[1..^1];

    private static string Written(params Observation[] rows) => Encoding.UTF8.GetString(Bytes(rows));

    private static byte[] Bytes(params Observation[] rows)
    {
        using var stream = new MemoryStream();
        TidyCsv.Write([.. rows], stream);
        return stream.ToArray();
    }
}
