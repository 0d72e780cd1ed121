using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SystemSim.Studies;

/// <summary>A study that runs points and works something out of all of them. Points may be run in parts, by different processes: together
/// they come to the same, to the bit.</summary>
/// <typeparam name="T">What is worked out.</typeparam>
public sealed class PointStudy<T>
{
    private readonly PointRuns runs;
    private readonly PointFill fill;
    private readonly Func<PointValues, T> found;

    /// <summary>Makes it.</summary>
    /// <param name="runs">Runs points.</param>
    /// <param name="points">How many points there are.</param>
    /// <param name="fill">Says what each is.</param>
    /// <param name="found">Works out what follows from all of them.</param>
    internal PointStudy(PointRuns runs, int points, PointFill fill, Func<PointValues, T> found)
    {
        (this.runs, Points, this.fill, this.found) = (runs, points, fill, found);
    }

    /// <summary>How many runs it takes.</summary>
    public int Points { get; }

    /// <summary>The same study, of which something else is made.</summary>
    /// <param name="made">Makes it of what is worked out.</param>
    public PointStudy<TMade> Select<TMade>(Func<T, TMade> made) => new(runs, Points, fill, values => made(found(values)));

    /// <summary>Runs it whole.</summary>
    /// <param name="progress">Told the share of the points that is run.</param>
    /// <param name="stop">Interrupts between blocks.</param>
    public T Run(IProgress<double>? progress = null, CancellationToken stop = default) => found(runs.Run(Points, fill, progress, stop));

    /// <summary>Runs a part of it.</summary>
    /// <param name="first">The first point, from 0.</param>
    /// <param name="count">How many points.</param>
    /// <param name="stop">Interrupts between blocks.</param>
    public PointPart Part(int first, int count, CancellationToken stop = default) =>
        runs.Run(count, (point, quantities) => fill(first + point, quantities), progress: null, stop).Part(first);

    /// <summary>Reads a part.</summary>
    /// <param name="from">Where it was written (<see cref="PointPart.Write"/>).</param>
    /// <exception cref="InvalidDataException">It is no part of this study.</exception>
    public PointPart Read(Stream from)
    {
        var part = PointPart.Read(from);
        var points = part.StoppedBy.Length;
        return part.First + (long)points <= Points && part.Values.Length == (long)points * runs.Measures
            ? part
            : throw new InvalidDataException("holds other runs than those of the study.");
    }

    /// <summary>Works out what follows from parts.</summary>
    /// <param name="parts">Parts that together are all points, each once; asked for one after the other.</param>
    public T Of(IEnumerable<PointPart> parts)
    {
        var values = runs.Unrun(Points, fill);
        var taken = 0;
        foreach (var part in parts)
        {
            values.Take(part);
            taken += part.StoppedBy.Length;
        }

        return taken == Points
            ? found(values)
            : throw new InvalidOperationException($"The parts have {taken} points, and the study has {Points}.");
    }

    /// <summary>SHA-256, in hexadecimal digits, of what some points come to, spread over all of them: the same on machines that plan
    /// alike.</summary>
    public string Fingerprint()
    {
        const int Looked = 16;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Number(Points);
        foreach (var point in Enumerable.Range(0, Looked).Select(one => (int)(one * (long)Points / Looked)))
        {
            var part = Part(point, 1);
            foreach (var value in part.Values)
            {
                Number(value);
            }

            Number(part.StoppedBy[0]);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        // What is not a number has many bits, of which systems choose their own.
        void Number(double value)
        {
            Span<byte> bytes = stackalloc byte[sizeof(long)];
            BinaryPrimitives.WriteInt64LittleEndian(bytes, double.IsNaN(value) ? -1L : BitConverter.DoubleToInt64Bits(value));
            hash.AppendData(bytes);
        }
    }
}
