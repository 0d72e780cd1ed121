namespace SystemSim.Reporting;

/// <summary>What flows where (a Sankey diagram): the thicker a band, the more.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Nodes">Places, each column from above.</param>
/// <param name="Links">What flows between columns.</param>
/// <param name="Unit">What is counted.</param>
public sealed record FlowChart(ChartFrame Frame, ImmutableArray<FlowNode> Nodes, ImmutableArray<FlowLink> Links, ChartUnit Unit)
{
    private const double Thickest = 190.0;
    private const double NodeWidth = 12.0;
    private const double LeastThickness = 1.0;
    private const double NameWidth = 138.0;
    private const int Columns = 3;

    /// <summary>Lays it out.</summary>
    public Picture Draw()
    {
        var sheet = new Sheet(Frame);
        var links = Links.Where(link => link.Value > 0.0).ToImmutableArray();
        var scale = Scale(links);
        var boxes = Place(sheet, links, scale);
        var (leaves, arrives) = (
            boxes.ToDictionary(box => box.Key, box => box.Value.Top),
            boxes.ToDictionary(box => box.Key, box => box.Value.Top)
        );
        foreach (var link in links.OrderBy(link => Order(link.From)).ThenBy(link => Order(link.To)))
        {
            var thickness = Thickness(link.Value, scale);
            var from = new Point(boxes[link.From].Right, leaves[link.From] + (thickness / 2.0));
            var to = new Point(boxes[link.To].Left, arrives[link.To] + (thickness / 2.0));
            leaves[link.From] += thickness;
            arrives[link.To] += thickness;
            sheet.Add(new Mark.Band(from, to, thickness, link.Ink with { Opacity = 0.35 }));
        }

        foreach (var node in Nodes.Where(node => boxes.ContainsKey(node.Name)))
        {
            sheet.Add(new Mark.Block(boxes[node.Name], node.Ink));
        }

        var bottom = boxes.Values.Select(box => box.Bottom).DefaultIfEmpty(sheet.Top).Max();
        if (boxes.Count == 0)
        {
            sheet.Note("Nothing flows.", Sheet.Margin, bottom += Sheet.LineHeight);
        }

        return sheet.Finish(bottom, links.Select(link => $"{link.From} to {link.To}: {Unit.Write(link.Value)}."));
    }

    private int Order(string node) => Nodes.Select(known => known.Name).ToList().IndexOf(node);

    private static double Through(string node, ImmutableArray<FlowLink> links) =>
        Math.Max(
            links.Where(link => link.From == node).Sum(link => link.Value),
            links.Where(link => link.To == node).Sum(link => link.Value)
        );

    private double Scale(ImmutableArray<FlowLink> links)
    {
        var most = Enumerable
            .Range(0, Columns)
            .Max(column => Nodes.Where(node => node.Column == column).Sum(node => Through(node.Name, links)));
        return most > 0.0 ? Thickest / most : 0.0;
    }

    private static double Thickness(double value, double scale) => Math.Max(LeastThickness, value * scale);

    /// <summary>Puts the places of each column below each other, the name of each above it.</summary>
    private Dictionary<string, Box> Place(Sheet sheet, ImmutableArray<FlowLink> links, double scale)
    {
        var boxes = new Dictionary<string, Box>();
        var names = Nodes
            .Zip(LetterWidths.Names(Nodes.Select(node => node.Name), NameWidth, mostLines: 2))
            .ToDictionary(node => node.First.Name, node => node.Second);
        for (var column = 0; column < Columns; column++)
        {
            var y = sheet.Top;
            foreach (var node in Nodes.Where(node => node.Column == column && Through(node.Name, links) > 0.0))
            {
                y = WriteName(sheet, node, names[node.Name], Unit.Write(Through(node.Name, links)), y);
                var leaving = links.Where(link => link.From == node.Name).Sum(link => Thickness(link.Value, scale));
                var arriving = links.Where(link => link.To == node.Name).Sum(link => Thickness(link.Value, scale));
                var box = new Box(X(column), y + 4.0, NodeWidth, Math.Max(leaving, arriving));
                boxes[node.Name] = box;
                y = box.Bottom + 8.0;
            }
        }

        return boxes;
    }

    private static double X(int column) => column switch
    {
        0 => Sheet.Margin,
        1 => (Picture.Width - NodeWidth) / 2.0,
        _ => Sheet.Right - NodeWidth,
    };

    private static double WriteName(Sheet sheet, FlowNode node, ImmutableArray<string> name, string number, double y)
    {
        var whole = $"{node.Name} {number}";
        foreach (var line in LetterWidths.Of(whole, Picture.SmallSize) <= NameWidth ? [whole] : name.Add(number))
        {
            sheet.Write(new Label(line, X(node.Column) + (node.Column * NodeWidth / 2.0), y += Sheet.LineHeight)
            {
                Size = Picture.SmallSize,
                Anchor = (Anchor)node.Column,
                HasRim = true,
            });
        }

        return y;
    }
}
