using System.Text.Json;
using NUnit.Framework;

namespace SystemSim.Acceptance;

/// <summary><c>schema</c>: the file format for editors.</summary>
public sealed class SchemaTests
{
    [Test]
    public void The_schema_is_json_and_the_same_every_time()
    {
        using var here = new Workplace();

        var first = here.Call("schema");

        using var schema = JsonDocument.Parse(first.Output);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((first.ExitCode, first.Errors), Is.EqualTo((0, "")));
            Assert.That(schema.RootElement.GetProperty("title").GetString(), Is.EqualTo("SystemSim scenario"));
            Assert.That(here.Call("schema").Output, Is.EqualTo(first.Output));
        }
    }
}
