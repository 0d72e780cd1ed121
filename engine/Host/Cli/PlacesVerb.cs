using System.CommandLine;
using SystemSim.Places;
using SystemSim.Reporting;

namespace SystemSim.Host;

/// <summary><c>places</c>: lists the councils of which <c>init --place</c> makes a starter model.</summary>
internal sealed class PlacesVerb(Terminal terminal)
{
    /// <summary>Declares the verb.</summary>
    public static Command Declare(VerbRunner runner, CommonOptions common)
    {
        var command = new Command("places", "List the councils of England that a starter model can be made of.");
        command.SetAction((parsed, _) => runner.Run<PlacesVerb>(parsed, verb => Task.FromResult(verb.Run(parsed.GetValue(common.Json)))));
        return command;
    }

    private ExitCode Run(bool json)
    {
        if (json)
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
