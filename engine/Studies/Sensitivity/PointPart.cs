using System.Text;

namespace SystemSim.Studies;

/// <summary>What some points of a study came to.</summary>
/// <param name="First">The first of them, from 0.</param>
/// <param name="Values">[measure, point] what was read; 0 where the point was stopped.</param>
/// <param name="StoppedBy">[point] the rule that it breaks, or that it breaks none.</param>
public sealed record PointPart(int First, double[] Values, int[] StoppedBy)
{
    /// <summary>Writes it: first point, number of points and of values, values, rules; all little-endian.</summary>
    /// <param name="into">Where to.</param>
    public void Write(Stream into)
    {
        using var writer = new BinaryWriter(into, Encoding.UTF8, leaveOpen: true);
        writer.Write(First);
        writer.Write(StoppedBy.Length);
        writer.Write(Values.Length);
        foreach (var value in Values)
        {
            writer.Write(BitConverter.DoubleToInt64Bits(value));
        }

        foreach (var rule in StoppedBy)
        {
            writer.Write(rule);
        }
    }

    /// <summary>Reads what <see cref="Write"/> has written.</summary>
    /// <param name="from">Where from.</param>
    /// <exception cref="InvalidDataException">It is something else.</exception>
    public static PointPart Read(Stream from)
    {
        try
        {
            using var reader = new BinaryReader(from, Encoding.UTF8, leaveOpen: true);
            var (first, points, values) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
            var bytes = ((long)values * sizeof(double)) + ((long)points * sizeof(int));
            if (first < 0 || points < 0 || values < 0 || bytes != from.Length - from.Position)
            {
                throw new InvalidDataException("holds other runs than it says.");
            }

            double[] read = [.. Enumerable.Range(0, values).Select(_ => BitConverter.Int64BitsToDouble(reader.ReadInt64()))];
            return new PointPart(first, read, [.. Enumerable.Range(0, points).Select(_ => reader.ReadInt32())]);
        }
        catch (EndOfStreamException)
        {
            throw new InvalidDataException("is cut off.");
        }
    }
}
