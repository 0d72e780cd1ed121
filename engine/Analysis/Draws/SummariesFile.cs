using System.Text;

namespace SystemSim.Analysis;

/// <summary>Writes summaries of draws to bytes and reads them again, for one process to merge what others have worked out.</summary>
/// <remarks>
/// Little-endian; in order: mark and version; outcomes; draws; the range of each outcome in the first draws; nodes of the tree of sums, by
/// level and place; rules that stopped draws; the first draws whose runs broke an invariant; counts, of which only those that are not 0.
/// The same summaries are the same bytes.
/// </remarks>
public static class SummariesFile
{
    private const int Version = 1;
    private static readonly byte[] Mark = "SIMDRAWS"u8.ToArray();
    private static readonly byte[] BinsMark = "SIMBINS1"u8.ToArray();

    /// <summary>Writes summaries whose bins are laid.</summary>
    /// <param name="summaries">The summaries.</param>
    /// <param name="stream">Where to.</param>
    public static void Write(DrawSummaries summaries, Stream stream)
    {
        var bins = summaries.Bins ?? throw new InvalidOperationException("Draws that are kept are not written: their bins are not laid.");
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Mark);
        writer.Write(Version);
        writer.Write(bins.Least.Length);
        writer.Write(summaries.Count);
        Write(writer, bins.Least);
        Write(writer, bins.Most);
        writer.Write(summaries.Tree.Nodes.Count());
        foreach (var ((level, place), sums) in summaries.Tree.Nodes)
        {
            writer.Write(level);
            writer.Write(place);
            Write(writer, sums);
        }

        writer.Write(summaries.Stopped.Count);
        foreach (var (rule, (count, first)) in summaries.Stopped.OrderBy(rule => rule.Key))
        {
            writer.Write(rule);
            writer.Write(count);
            writer.Write(first);
        }

        writer.Write(summaries.Broken.Count);
        foreach (var draw in summaries.Broken)
        {
            writer.Write(draw);
        }

        var counts = summaries.Grid.Counts;
        writer.Write(counts.Count(count => count != 0));
        var before = 0;
        for (var place = 0; place < counts.Length; place++)
        {
            if (counts[place] != 0)
            {
                writer.Write7BitEncodedInt(place - before);
                writer.Write7BitEncodedInt64(counts[place]);
                before = place;
            }
        }
    }

    /// <summary>Writes where outcomes are counted: the range of each in the first draws.</summary>
    /// <param name="bins">The bins.</param>
    /// <param name="stream">Where to.</param>
    public static void Write(QuantileBins bins, Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(BinsMark);
        writer.Write(bins.Least.Length);
        Write(writer, bins.Least);
        Write(writer, bins.Most);
    }

    /// <summary>Reads where outcomes are counted.</summary>
    /// <param name="stream">Where from.</param>
    /// <exception cref="InvalidDataException">The bytes are nothing of the kind.</exception>
    public static QuantileBins ReadBins(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        try
        {
            var outcomes = reader.ReadBytes(BinsMark.Length).AsSpan().SequenceEqual(BinsMark) ? reader.ReadInt32() : -1;
            return outcomes >= 0 && outcomes <= stream.Length / (2 * sizeof(double))
                ? new QuantileBins(Doubles(reader, outcomes), Doubles(reader, outcomes))
                : throw new InvalidDataException("These are no bins.");
        }
        catch (EndOfStreamException cut)
        {
            throw new InvalidDataException("The bins are cut off.", cut);
        }
    }

    /// <summary>Reads summaries.</summary>
    /// <param name="stream">Where from.</param>
    /// <param name="centres">[outcome] what they are in draw 0.</param>
    /// <param name="partial">Outcomes that may not be there in a draw.</param>
    /// <param name="mostBroken">How many draws stopped by an invariant are remembered one by one.</param>
    /// <exception cref="InvalidDataException">The bytes are not summaries of these outcomes.</exception>
    public static DrawSummaries Read(Stream stream, double[] centres, ImmutableArray<int> partial, int mostBroken)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        try
        {
            if (
                !reader.ReadBytes(Mark.Length).AsSpan().SequenceEqual(Mark)
                || reader.ReadInt32() != Version
                || reader.ReadInt32() != centres.Length
            )
            {
                throw new InvalidDataException("These are not summaries of this study, or they are of another version of the program.");
            }

            var draws = reader.ReadInt64();
            var bins = new QuantileBins(Doubles(reader, centres.Length), Doubles(reader, centres.Length));
            var summaries = new DrawSummaries(centres, partial, mostBroken, bins);
            for (var left = reader.ReadInt32(); left > 0; left--)
            {
                var (level, place) = (reader.ReadInt32(), reader.ReadInt64());
                summaries.Tree.Add(
                    level is >= 0 and < 63 && place >= 0 ? level : throw new InvalidDataException("A sum is of no chunks."),
                    place,
                    Doubles(reader, 2 * centres.Length)
                );
            }

            var rules = new List<(int, long, long)>();
            for (var left = reader.ReadInt32(); left > 0; left--)
            {
                rules.Add((reader.ReadInt32(), reader.ReadInt64(), reader.ReadInt64()));
            }

            var broken = new List<long>();
            for (var left = reader.ReadInt32(); left > 0; left--)
            {
                broken.Add(reader.ReadInt64());
            }

            summaries.Take(draws, Counts(reader, summaries.Grid.Counts.Length), rules, broken);
            return summaries;
        }
        catch (Exception cut) when (cut is EndOfStreamException or FormatException or InvalidOperationException or IndexOutOfRangeException)
        {
            throw new InvalidDataException("The summaries are cut off or damaged.", cut);
        }
    }

    private static long[] Counts(BinaryReader reader, int places)
    {
        var counts = new long[places];
        var place = 0;
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            place += reader.Read7BitEncodedInt();
            counts[place] = reader.Read7BitEncodedInt64();
        }

        return counts;
    }

    private static void Write(BinaryWriter writer, double[] values)
    {
        foreach (var value in values)
        {
            writer.Write(value);
        }
    }

    private static double[] Doubles(BinaryReader reader, int count)
    {
        var values = new double[count];
        for (var row = 0; row < count; row++)
        {
            values[row] = reader.ReadDouble();
        }

        return values;
    }
}
