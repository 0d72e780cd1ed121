using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace SystemSim.Acceptance;

/// <summary>A Slurm cluster of this machine alone, on ports of its own, for as long as a test needs it.</summary>
internal sealed class SlurmCluster : IDisposable
{
    private static readonly string[] Places = ["/usr/sbin", "/sbin", "/usr/bin"];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly string folder = Directory.CreateTempSubdirectory("slurm").FullName;
    private readonly List<Process> daemons = [];

    /// <summary>Starts it, and waits until its machine takes jobs.</summary>
    /// <exception cref="InvalidOperationException">Slurm is not installed, or does not start.</exception>
    public SlurmCluster()
    {
        var (machine, ports) = (Dns.GetHostName().Split('.')[0], FreePorts());
        Directory.CreateDirectory(Path.Combine(folder, "state"));
        Directory.CreateDirectory(Path.Combine(folder, "spool"));
        File.WriteAllText(
            Configuration,
            $"""
            ClusterName=test
            SlurmctldHost={machine}(127.0.0.1)
            SlurmctldPort={ports.Controller}
            SlurmdPort={ports.Machine}
            CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
            AuthType=auth/none
            CredType=cred/none
            ProctrackType=proctrack/pgid
            TaskPlugin=task/none
            SlurmUser={Environment.UserName}
            SlurmdUser={Environment.UserName}
            StateSaveLocation={folder}/state
            SlurmdSpoolDir={folder}/spool
            SlurmctldPidFile={folder}/slurmctld.pid
            SlurmdPidFile={folder}/slurmd.pid
            SlurmctldLogFile={folder}/slurmctld.log
            SlurmdLogFile={folder}/slurmd.log
            SchedulerParameters=bf_interval=1,sched_interval=1
            SelectType=select/cons_res
            SelectTypeParameters=CR_CPU
            ReturnToService=2
            MpiDefault=none
            NodeName={machine} NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
            PartitionName=all Nodes={machine} Default=YES State=UP

            """
        );
        Start("slurmctld");
        Start("slurmd");
        WaitFor(() => Call("sinfo", "--noheader", "--format=%T").Trim() == "idle");
    }

    /// <summary>Variables by which Slurm's commands find it.</summary>
    public Dictionary<string, string> Variables => new() { ["SLURM_CONF"] = Configuration };

    private string Configuration => Path.Combine(folder, "slurm.conf");

    /// <summary>Calls one of Slurm's commands.</summary>
    public string Call(string program, params string[] words)
    {
        var start = new ProcessStartInfo(program, words) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SLURM_CONF"] = Configuration;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var answers = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return answers + errors.Result;
    }

    /// <summary>Waits until something is so.</summary>
    /// <exception cref="TimeoutException">It did not come about.</exception>
    public void WaitFor(Func<bool> reached)
    {
        var began = Stopwatch.GetTimestamp();
        while (!reached())
        {
            if (Stopwatch.GetElapsedTime(began) > Patience)
            {
                throw new TimeoutException($"Slurm did not get there.\n{Log("slurmctld")}\n{Log("slurmd")}");
            }

            Thread.Sleep(100);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var daemon in daemons)
        {
            daemon.Kill(entireProcessTree: true);
            daemon.WaitForExit();
            daemon.Dispose();
        }

        Directory.Delete(folder, recursive: true);
    }

    private void Start(string daemon)
    {
        var path = Places.Select(place => Path.Combine(place, daemon)).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("These tests need Slurm: apt-get install slurmctld slurmd slurm-client.");
        var start = new ProcessStartInfo(path, ["-D"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SLURM_CONF"] = Configuration;
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        daemons.Add(process);
    }

    private string Log(string daemon)
    {
        var file = Path.Combine(folder, $"{daemon}.log");
        return File.Exists(file) ? File.ReadAllText(file) : $"{daemon} has written nothing.";
    }

    private static (int Controller, int Machine) FreePorts()
    {
        using var one = new TcpListener(IPAddress.Loopback, 0);
        using var other = new TcpListener(IPAddress.Loopback, 0);
        one.Start();
        other.Start();
        return (((IPEndPoint)one.LocalEndpoint).Port, ((IPEndPoint)other.LocalEndpoint).Port);
    }
}
