namespace SystemSim.Page;

/// <summary>The engine waits to be asked: <see cref="Engine"/> has the questions.</summary>
internal static class Program
{
    private static void Main()
    {
    }
}
