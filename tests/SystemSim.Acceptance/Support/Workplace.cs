namespace SystemSim.Acceptance;

/// <summary>A folder in which a test calls the program, gone when the test is over.</summary>
internal sealed class Workplace : IDisposable
{
    /// <summary>Its path.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("systemsim").FullName;

    /// <summary>Calls the program here.</summary>
    public ProgramCall Call(params string[] words) => ProgramCall.In(Folder, words);

    /// <summary>Writes a file here.</summary>
    /// <param name="name">Its name as seen from here.</param>
    /// <param name="text">What it holds.</param>
    public Workplace With(string name, string text) => With(name, System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a file here.</summary>
    public Workplace With(string name, byte[] bytes)
    {
        var file = At(name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
        return this;
    }

    /// <summary>Copies some of the folders inside a folder.</summary>
    /// <param name="folder">The path of the folder.</param>
    /// <param name="name">What the copy is called here.</param>
    /// <param name="inside">Names of the folders inside it.</param>
    public Workplace WithCopyOf(string folder, string name, params string[] inside)
    {
        foreach (var file in inside.SelectMany(part => Directory.GetFiles(Path.Combine(folder, part), "*", SearchOption.AllDirectories)))
        {
            With(Path.Combine(name, Path.GetRelativePath(folder, file)), File.ReadAllBytes(file));
        }

        return this;
    }

    /// <summary>The path of something here.</summary>
    public string At(string name) => Path.Combine(Folder, name);

    /// <summary>The names of all files here, hidden ones too, in order.</summary>
    public string[] Files() =>
    [
        .. Directory.GetFiles(Folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
