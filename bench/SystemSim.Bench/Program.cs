using BenchmarkDotNet.Running;
using SystemSim.Bench;

if (args is ["lanes", .. var rest])
{
    return LanesCommand.Run(rest, Console.Out);
}

BenchmarkSwitcher.FromAssembly(typeof(LanesBench).Assembly).Run(args);
return 0;
