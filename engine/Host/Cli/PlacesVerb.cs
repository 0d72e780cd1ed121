using System.Collections.Immutable;
using System.CommandLine;
using SystemSim.Places;
using SystemSim.Reading;
using SystemSim.Reporting;

namespace SystemSim.Host;

/// <summary><c>places</c>: lists the councils of which <c>init --place</c> makes a starter model.</summary>
internal sealed class PlacesVerb(Terminal terminal)
{
    private const int Width = 140;

    /// <summary>Declares the verb.</summary>
    public static Command Declare(VerbRunner runner, CommonOptions common)
    {
        var command = new Command("places", "List the councils of England that a starter model can be made of.");
        var table = new Option<string>("--table")
        {
            Description = $"A table about all of them instead: {string.Join(", ", PlaceTables.All.Keys)}.",
            HelpName = "NAME",
        };
        command.Add(table);
        command.SetAction(
            (parsed, _) =>
                runner.Run<PlacesVerb>(parsed, verb => Task.FromResult(verb.Run(parsed.GetValue(table), parsed.GetValue(common.Json))))
        );
        return command;
    }

    private ExitCode Run(string? table, bool json)
    {
        if (table is not null)
        {
            terminal.Answer(Tabulated(table));
        }
        else if (json)
        {
            terminal.Answer(AsJson());
        }
        else
        {
            foreach (var line in PlaceList.Lines())
            {
                terminal.Answer(line);
            }
        }

        return ExitCode.Done;
    }

    private static ImmutableArray<TextLine> Tabulated(string name)
    {
        if (!PlaceTables.All.TryGetValue(name, out var make))
        {
            throw new UserError(
                ExitCode.WrongUsage,
                $"--table {name}: there is no such table.",
                Nearest.Hint(name, [.. PlaceTables.All.Keys], "tables")
            );
        }

        var table = make();
        var text = new TextTable(1, table.Columns);
        foreach (var row in table.Rows)
        {
            text.Add(row);
        }

        return [.. text.Write(Width), TextLine.Empty, .. FoldedText.Of(table.Note)];
    }

    private static byte[] AsJson() => JsonText.Write(json =>
    {
        json.WriteStartArray();
        foreach (var council in Councils.All)
        {
            json.WriteStartObject();
            json.WriteString("code", council.Code);
            json.WriteString("name", council.Name);
            json.WriteString("region", council.Region);
            json.WriteString("kind", council.Kind);
            json.WriteNumber("people_2026", PlaceList.PeopleOf(council));
            json.WriteString("projection", PlaceList.BasisOf(council));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
