namespace SystemSim.Lanes;

/// <summary>What can instantiate WebAssembly modules: a browser, in whose memory this program stands.</summary>
public interface IModules
{
    /// <summary>Whether the processor's own instruction for a product and a sum rounds once in such modules, as
    /// <see cref="ModuleProgram.IsFused"/> finds out.</summary>
    bool IsFused { get; }

    /// <summary>Instantiates a module.</summary>
    /// <param name="module">Its bytes. From <c>lanes</c> it imports <c>memory</c>, in which lane memory stands, and the function
    /// <c>apply</c>, which is <see cref="ModuleProgram.Apply"/>.</param>
    IModule Instantiate(byte[] module);
}
