using BenchmarkDotNet.Running;
using SystemSim.Bench;

if (args is ["lanes", .. var rest])
{
    return LanesCommand.Run(rest, Console.Out);
}

if (args is ["draws", .. var drawn])
{
    return DrawsCommand.Run(drawn, Console.Out);
}

if (args is ["browser", .. var rounds])
{
    return await BrowserCommand.Run(rounds, Console.Out);
}

BenchmarkSwitcher.FromAssembly(typeof(LanesBench).Assembly).Run(args);
return 0;
