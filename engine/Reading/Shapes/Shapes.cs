using System.Collections.Immutable;

namespace SystemSim.Reading;

/// <summary>The shapes that sections are declared with.</summary>
internal static class Shapes
{
    /// <summary>Any text.</summary>
    public static Shape<string> Text { get; } = new TextShape();

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static Shape<bool> YesOrNo { get; } = new YesOrNoShape();

    /// <summary>Anything at all, to be read later.</summary>
    public static Shape<Node> Anything { get; } = new AnythingShape();

    /// <summary>A block of keys.</summary>
    public static Shape<T> Map<T>(Func<Keys, T> declare) => new MapShape<T>(declare, holdsNumbers: false);

    /// <summary>A block of keys that holds numbers, so that a <c>source</c> may stand in it for all of them.</summary>
    public static Shape<T> Sourced<T>(Func<Keys, T> declare) => new MapShape<T>(declare, holdsNumbers: true);

    /// <summary>A block whose keys are all of the author's own choosing and of one form.</summary>
    public static Shape<ImmutableArray<KeyValuePair<TKey, T>>> Each<TKey, T>(
        Word<TKey> key, Shape<T> shape, string says, bool atLeastOne = true) =>
        new MapShape<ImmutableArray<KeyValuePair<TKey, T>>>(
            keys => keys.Each(key, shape, says, atLeastOne), holdsNumbers: false, blank: [], keepsRest: true);

    /// <summary>The same, of numbers, so that a <c>source</c> may stand in it.</summary>
    public static Shape<ImmutableArray<KeyValuePair<TKey, T>>> SourcedEach<TKey, T>(
        Word<TKey> key, Shape<T> shape, string says, bool atLeastOne = true) =>
        new MapShape<ImmutableArray<KeyValuePair<TKey, T>>>(
            keys => keys.Each(key, shape, says, atLeastOne), holdsNumbers: true, blank: [], keepsRest: true);

    /// <summary>A list.</summary>
    public static Shape<ImmutableArray<T>> ListOf<T>(Shape<T> item, int atLeast = 0, int atMost = int.MaxValue) =>
        new ListShape<T>(item, atLeast, atMost);

    /// <summary>A list that names nothing twice.</summary>
    public static Shape<ImmutableArray<T>> NamesOf<T>(Word<T> name, int atLeast = 1, int atMost = int.MaxValue) =>
        new ListShape<T>(name, atLeast, atMost).Check((names, here, context) =>
        {
            var items = ((Sequence)here.Node).Items;
            var seen = new HashSet<T>();
            for (var i = 0; i < names.Length; i++)
            {
                if (!seen.Add(names[i]))
                {
                    context.Problems.Add(Codes.NamedTwice, items[i].At, $"'{names[i]}' is in the list twice.", "take one of them away.");
                }
            }
        });

    /// <summary>One of the words of an enumeration, spelled as the format spells.</summary>
    public static Shape<T> OneOf<T>()
        where T : struct, Enum => Spelled<T>.Words;

    /// <summary>One of a few words.</summary>
    public static Shape<T> OneOf<T>(params ReadOnlySpan<(string Word, T Value)> words) => new OneOfWords<T>([.. words]);

    /// <summary>One of a few words that stand for themselves.</summary>
    public static Shape<string> OneOf(params ReadOnlySpan<string> words) =>
        new OneOfWords<string>([.. words.ToArray().Select(word => (word, word))]);

    /// <summary>A whole number, written in digits.</summary>
    public static Shape<int> Whole(int least, int most) => new WholeShape(least, most);

    /// <summary>One of several shapes; the first that fits the look of the node, or else the last.</summary>
    public static Shape<T> Choice<T>(params ReadOnlySpan<(Func<Node, bool> Fits, Shape<T> Shape)> choices) =>
        new ChoiceShape<T>([.. choices]);

    /// <summary>A structure that may be missing.</summary>
    public static Shape<T?> Maybe<T>(this Shape<T> shape)
        where T : struct => shape.Then((value, _, _) => (T?)value);

    private static class Spelled<T>
        where T : struct, Enum
    {
        public static Shape<T> Words { get; } = new OneOfWords<T>(
            [.. Enum.GetValues<T>().Select(value => (Snake.Of(value.ToString()), value))]);
    }
}
