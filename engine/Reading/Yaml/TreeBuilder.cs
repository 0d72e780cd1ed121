using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SystemSim.Reading;

/// <summary>Turns YAML text into a small tree of nodes that know where they stand.</summary>
/// <remarks>
/// It follows the parser's events, which come one at a time whatever the file holds, so that depth and number of nodes are bounded
/// here and a hostile file costs no more than a large honest one.
/// </remarks>
internal sealed class TreeBuilder
{
    /// <summary>The deepest nesting; the format itself needs about ten.</summary>
    public const int MostDepth = 32;

    /// <summary>The most keys and values in one file.</summary>
    public const int MostNodes = 200_000;

    /// <summary>The longest single value, in characters.</summary>
    public const int LongestScalar = 65_536;

    private readonly string file;
    private readonly string text;
    private readonly Parser parser;
    private readonly Problems problems;
    private Spot last;
    private int nodes;

    private TreeBuilder(string file, string text, Problems problems)
    {
        this.file = file;
        this.text = text;
        this.problems = problems;
        parser = new Parser(new StringReader(text));
        last = new Spot(file, 1, 1);
    }

    /// <summary>Reads one document.</summary>
    /// <param name="file">Name of the file, for the spots.</param>
    /// <param name="text">What it holds.</param>
    /// <param name="problems">Takes repeated keys, which do not end the reading.</param>
    /// <returns>The tree; null when the text holds nothing.</returns>
    /// <exception cref="UnreadableException">The text is not YAML, or more than this reader takes.</exception>
    public static Node? Build(string file, string text, Problems problems) => new TreeBuilder(file, text, problems).Document();

    private Node? Document()
    {
        Next();
        if (Next() is not DocumentStart)
        {
            return null;
        }

        var root = Value(Next(), depth: 1);
        Next();
        if (Next() is DocumentStart second)
        {
            throw new UnreadableException(
                Codes.SecondDocument, Place(second.Start), "a second document starts here.",
                "a scenario is one document: take the line '---' away.");
        }

        return root;
    }

    private Node Value(ParsingEvent parsed, int depth)
    {
        var at = Place(parsed.Start);
        if (++nodes > MostNodes)
        {
            throw new UnreadableException(Codes.TooMuch, at, $"the file holds more than {MostNodes} keys and values.");
        }

        if (depth > MostDepth)
        {
            throw new UnreadableException(Codes.TooMuch, at, $"the file is nested more than {MostDepth} deep.");
        }

        RefuseSharing(parsed, at);
        return parsed switch
        {
            YamlDotNet.Core.Events.Scalar scalar => Single(scalar, at),
            SequenceStart list => Items(list, at, depth),
            MappingStart block => Keys(block, at, depth),
            _ => throw new UnreadableException(Codes.NotYaml, at, "the file is not YAML."),
        };
    }

    private static Scalar Single(YamlDotNet.Core.Events.Scalar scalar, Spot at)
    {
        if (scalar.Value.Length > LongestScalar)
        {
            throw new UnreadableException(Codes.TooMuch, at, $"a single value is longer than {LongestScalar} characters.");
        }

        return new Scalar(at, scalar.Value, scalar.Style == ScalarStyle.Plain) { Span = Between(scalar.Start, scalar.End) };
    }

    private Sequence Items(SequenceStart start, Spot at, int depth)
    {
        var items = ImmutableArray.CreateBuilder<Node>();
        for (var parsed = Next(); parsed is not SequenceEnd; parsed = Next())
        {
            items.Add(Value(parsed, depth + 1));
        }

        var span = Around(start.Start, start.Style == SequenceStyle.Flow, items.LastOrDefault());
        return new Sequence(at, items.ToImmutable()) { Span = span };
    }

    private Mapping Keys(MappingStart start, Spot at, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<Entry>();
        var seen = new Dictionary<string, Spot>();
        for (var parsed = Next(); parsed is not MappingEnd; parsed = Next())
        {
            if (Value(parsed, depth + 1) is not Scalar key)
            {
                throw new UnreadableException(Codes.KeyNotWord, Place(parsed.Start), "a key must be a single word, not a list or a block.");
            }

            if (key is { IsPlain: true, Text: "<<" })
            {
                throw Shared(key.At, "'<<' merges are not read");
            }

            var value = Value(Next(), depth + 1);
            if (seen.TryAdd(key.Text, key.At))
            {
                entries.Add(new Entry(key, value));
            }
            else
            {
                problems.Add(
                    Codes.KeyTwice, key.At, $"'{key.Text}' is here twice: it stands on line {seen[key.Text].Line} already.",
                    "keep one of them.");
            }
        }

        var span = Around(start.Start, start.Style == MappingStyle.Flow, entries.LastOrDefault()?.Value);
        return new Mapping(at, entries.ToImmutable()) { Span = span };
    }

    private static void RefuseSharing(ParsingEvent parsed, Spot at)
    {
        if (parsed is AnchorAlias || parsed is NodeEvent { Anchor.IsEmpty: false })
        {
            throw Shared(at, "'&' and '*' (anchors and aliases) are not read");
        }

        if (parsed is NodeEvent { Tag.IsEmpty: false } node)
        {
            throw new UnreadableException(
                Codes.Tag, at, $"tags such as '{node.Tag.Value}' are not read.", "take the tag away: the format says what each value is.");
        }
    }

    private static UnreadableException Shared(Spot at, string problem) =>
        new(Codes.Sharing, at, $"{problem}.", "put what is shared into a file of its own and name it under 'extends'.");

    private ParsingEvent Next()
    {
        try
        {
            if (!parser.MoveNext())
            {
                throw new UnreadableException(Codes.NotYaml, last, "the file ends too early to be YAML.");
            }
        }
        catch (YamlException wrong)
        {
            var (problem, hint) = YamlMistakes.Explain(wrong.Message);
            throw NotYaml(Place(wrong.Start), problem, hint);
        }
        catch (Exception wrong) when (wrong is not UnreadableException)
        {
            // An unclosed bracket makes the parser throw a bare exception without a place: the last event is the best there is.
            throw NotYaml(last, "a bracket is not closed, here or later", "look for the missing ] or }.");
        }

        var parsed = parser.Current!;
        last = Place(parsed.Start);
        return parsed;
    }

    private UnreadableException NotYaml(Spot at, string problem, string hint)
    {
        if (YamlMistakes.IndentingTab(text) is { } tab)
        {
            at = new Spot(file, tab.Line, tab.Column);
            (problem, hint) = YamlMistakes.Explain("tab");
        }

        return new(Codes.NotYaml, at, $"the file is not YAML: {problem}.", hint);
    }

    /// <summary>The stretch of a list or a block that has just ended: up to its bracket, or to the end of its last item.</summary>
    private TextSpan Around(Mark start, bool hasBrackets, Node? last)
    {
        var end = hasBrackets ? (int)parser.Current!.End.Index + 1 : last?.Span.End ?? (int)start.Index;
        return new TextSpan((int)start.Index, end);
    }

    private static TextSpan Between(Mark start, Mark end) => new((int)start.Index, (int)end.Index);

    private Spot Place(Mark mark) => new(file, Math.Max(1, mark.Line), Math.Max(1, mark.Column));
}
