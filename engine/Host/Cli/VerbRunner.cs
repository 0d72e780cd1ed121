using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SystemSim.Host;

/// <summary>Builds what a verb needs, once it is known which one is wanted, and runs it.</summary>
internal sealed class VerbRunner(CommonOptions common, HostEnvironment environment)
{
    /// <summary>Threads to use unless the command line says.</summary>
    public int Cores => environment.Cores;

    /// <summary>Runs a verb.</summary>
    /// <typeparam name="TVerb">The verb.</typeparam>
    /// <param name="parsed">The command line.</param>
    /// <param name="run">Runs it.</param>
    public async Task<int> Run<TVerb>(ParseResult parsed, Func<TVerb, Task<ExitCode>> run)
        where TVerb : class
    {
        // An empty host reads no settings from the user's folder and logs nothing.
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(
            new HostApplicationBuilderSettings { DisableDefaults = true }
        );
        builder.Services.AddSingleton(environment);
        builder.Services.AddSingleton(Terminal.OfProcess(parsed.GetValue(common.NoColor)));
        builder.Services.AddSingleton(services => new ScenarioArguments(
            services.GetRequiredService<Terminal>(), environment, parsed.GetValue(common.Root)));
        builder.Services.AddSingleton<ChartImages>();
        builder.Services.AddSingleton<WrittenRuns>();
        builder.Services.AddSingleton<PrintedRuns>();
        builder.Services.AddSingleton<PrintedSensitivity>();
        builder.Services.AddSingleton<StudySteps>();
        builder.Services.AddSingleton<TVerb>();
        using var host = builder.Build();
        return (int)await run(host.Services.GetRequiredService<TVerb>());
    }
}
