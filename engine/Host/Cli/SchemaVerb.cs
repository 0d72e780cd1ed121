using System.CommandLine;
using System.Text;
using SystemSim.Reading;

namespace SystemSim.Host;

/// <summary><c>schema</c>: prints the file format as JSON Schema, for editors.</summary>
internal sealed class SchemaVerb(Terminal terminal)
{
    /// <summary>Declares the verb.</summary>
    public static Command Declare(VerbRunner runner)
    {
        var command = new Command("schema", "Print a JSON Schema of the scenario format, for editors.");
        command.SetAction((parsed, stop) => runner.Run<SchemaVerb>(parsed, verb => Task.FromResult(verb.Run())));
        return command;
    }

    private ExitCode Run()
    {
        terminal.Answer(Encoding.UTF8.GetBytes(ScenarioSchema.Write()));
        return ExitCode.Done;
    }
}
