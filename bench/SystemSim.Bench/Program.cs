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

if (args is ["page", .. var times])
{
    return await PageCommand.Run(times, Console.Out);
}

if (args is ["pictures", .. var where])
{
    return await PicturesCommand.Run(where, Console.Out);
}

BenchmarkSwitcher.FromAssembly(typeof(LanesBench).Assembly).Run(args);
return 0;
