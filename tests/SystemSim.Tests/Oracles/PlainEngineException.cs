namespace SystemSim.Tests;

/// <summary>A run that the model refuses: returns that never settle, outflows over their stock, a number that is not finite.</summary>
public sealed class PlainEngineException : Exception
{
    public PlainEngineException()
    {
    }

    public PlainEngineException(string message)
        : base(message)
    {
    }

    public PlainEngineException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
