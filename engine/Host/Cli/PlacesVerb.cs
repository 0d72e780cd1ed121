using System.Collections.Immutable;
using System.CommandLine;
using SystemSim.Model;
using SystemSim.Places;
using SystemSim.Reading;
using SystemSim.Reporting;
using SystemSim.Runs;

namespace SystemSim.Host;

/// <summary><c>places</c>: lists the councils of which <c>init --place</c> makes a starter model.</summary>
internal sealed class PlacesVerb(Terminal terminal, HostEnvironment environment)
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
        var sweep = new Option<string>("--sweep")
        {
            Description =
                "Run all of them on the same draws, and write a page and a table by region and kind of council to this new folder.",
            HelpName = "FOLDER",
        };
        command.Add(table);
        command.Add(sweep);
        command.Add(common.Draws);
        command.Add(common.Threads);
        command.SetAction(
            (parsed, stop) =>
                runner.Run<PlacesVerb>(parsed, verb =>
                    parsed.GetValue(sweep) is { } folder
                        ? verb.Sweep(folder, parsed.GetValue(common.Draws), parsed.GetValue(common.Threads) ?? runner.Cores, stop)
                        : Task.FromResult(verb.Run(parsed.GetValue(table), parsed.GetValue(common.Json)))
                )
        );
        return command;
    }

    private async Task<ExitCode> Sweep(string folder, int? asked, int threads, CancellationToken stop)
    {
        var draws = asked ?? Drawing.UsualNumber;
        var places = await SweepPlaces.Run(Councils.All, EmbeddedFiles.SharedFiles(), draws, threads, progress: null, stop);
        var page = SweepTold.Page(places, draws);
        WholeFolder.Make(environment.FullPath(folder), _ => "the folder holds something already. Name a new one.", Fill, stop);
        terminal.Answer([.. page.Sentences.SelectMany(sentence => FoldedText.Of(sentence)), TextLine.Empty]);
        terminal.Answer($"{folder}: national.html, by-group.csv");
        return ExitCode.Done;

        void Fill(FolderDraft draft)
        {
            draft.Write("national.html", Rendering.Plain(page));
            draft.Write("by-group.csv", SweepTold.Csv(places));
        }
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
