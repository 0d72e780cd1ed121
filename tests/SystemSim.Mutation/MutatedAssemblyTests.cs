using NUnit.Framework;

namespace SystemSim.Mutation;

/// <summary>
/// Stryker mutates an assembly with all mutants in it at once, and starts the tests anew for each, which costs half a minute a mutant. So
/// its assembly is kept, and the mutants are judged one after another in one process.
/// </summary>
public sealed class MutatedAssemblyTests
{
    [Test]
    public void The_mutated_assembly_is_kept()
    {
        var name = Environment.GetEnvironmentVariable("SYSTEMSIM_MUTATED");
        var folder = Environment.GetEnvironmentVariable("SYSTEMSIM_MUTATED_TO");
        if (name is null || folder is null)
        {
            Assert.Ignore("Nothing is mutated.");
            return;
        }

        var kept = Path.Combine(folder, name);
        File.Copy(Path.Combine(AppContext.BaseDirectory, name), kept, overwrite: true);

        Assert.That(new FileInfo(kept).Length, Is.GreaterThan(0));
    }
}
