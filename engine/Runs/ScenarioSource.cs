using SystemSim.Reading;

namespace SystemSim.Runs;

/// <summary>Where a scenario comes from.</summary>
public abstract record ScenarioSource
{
    private const string Up = "..";

    private ScenarioSource()
    {
    }

    /// <summary>The scenario as its caller names it: what is said of it starts with that.</summary>
    public abstract string Named { get; }

    /// <summary>Short name: that of its file, or of its folder where the file has the name that every scenario in a folder has.</summary>
    public abstract string ShortName { get; }

    /// <summary>Reads the scenario.</summary>
    /// <param name="overrides">What is put in the place of numbers, each as <c>path=value</c>.</param>
    internal abstract ReadResult Read(IReadOnlyList<string> overrides);

    /// <summary>The name of a file as seen from the scenario's folder; its name alone where there is no way from one to the
    /// other.</summary>
    /// <param name="name">Its name as reading shows it.</param>
    internal abstract string FromFolder(string name);

    /// <summary>A file, or a folder that holds a <c>scenario.yaml</c>.</summary>
    /// <param name="Path">Its path, as typed.</param>
    /// <param name="Here">Full path of the folder from which the path starts.</param>
    /// <param name="Root">Folder that holds all that may be read; null for the scenario's own, or the nearest above that holds what it
    /// names.</param>
    public sealed record OnDisk(string Path, string Here, string? Root = null) : ScenarioSource
    {
        private string File =>
            System.IO.Path.GetFullPath(Directory.Exists(Path) ? System.IO.Path.Combine(Path, ScenarioReader.FileInFolder) : Path, Here);

        /// <inheritdoc/>
        public override string Named => Path;

        /// <inheritdoc/>
        public override string ShortName
        {
            get
            {
                var file = File;
                var folder = new DirectoryInfo(System.IO.Path.GetDirectoryName(file)!).Name;
                var isInFolder =
                    System.IO.Path.GetFileName(file) == ScenarioReader.FileInFolder && System.IO.Path.GetPathRoot(folder) is null or "";
                return isInFolder ? folder : System.IO.Path.GetFileNameWithoutExtension(file);
            }
        }

        /// <inheritdoc/>
        internal override ReadResult Read(IReadOnlyList<string> overrides)
        {
            if (Path.Length == 0 || (!System.IO.File.Exists(Path) && !Directory.Exists(Path)))
            {
                throw Missing(Path, "there is no such file or folder.");
            }

            if (Directory.Exists(Path) && !System.IO.File.Exists(System.IO.Path.Combine(Path, ScenarioReader.FileInFolder)))
            {
                throw Missing(Path, $"the folder holds no {ScenarioReader.FileInFolder}.");
            }

            if (Root is { } named && !Directory.Exists(named))
            {
                throw Missing($"--root {named}", "there is no such folder.");
            }

            try
            {
                return ScenarioReader.Read(Path, overrides, Root);
            }
            catch (IOException closed)
            {
                throw Missing(Path, $"the file cannot be opened. {closed.Message}");
            }
        }

        /// <inheritdoc/>
        internal override string FromFolder(string name)
        {
            var path = System.IO.Path.GetFullPath(name, Here);
            var relative = System.IO.Path.GetRelativePath(System.IO.Path.GetDirectoryName(File)!, path);
            return (System.IO.Path.IsPathRooted(relative) ? System.IO.Path.GetFileName(path) : relative).Replace('\\', '/');
        }
    }

    /// <summary>Texts at hand: nothing is read from a disk.</summary>
    /// <param name="Files">The texts, its own and those that it names.</param>
    /// <param name="Name">Which of them is the scenario.</param>
    public sealed record InMemory(NamedTexts Files, string Name) : ScenarioSource
    {
        private string[] Parts => Name.Split('/');

        /// <inheritdoc/>
        public override string Named => Name;

        /// <inheritdoc/>
        public override string ShortName =>
            Parts is [.., var folder, ScenarioReader.FileInFolder] ? folder : Path.GetFileNameWithoutExtension(Parts[^1]);

        /// <inheritdoc/>
        internal override ReadResult Read(IReadOnlyList<string> overrides)
        {
            try
            {
                return ScenarioReader.Read(Files, Name, overrides);
            }
            catch (FileNotFoundException)
            {
                throw Missing(Name, "there is no such text.");
            }
        }

        /// <inheritdoc/>
        internal override string FromFolder(string name)
        {
            var (folder, parts) = (Parts[..^1], name.Split('/'));
            var shared = folder.Zip(parts[..^1]).TakeWhile(pair => pair.First == pair.Second).Count();
            return string.Join('/', Enumerable.Repeat(Up, folder.Length - shared).Concat(parts[shared..]));
        }
    }

    private static RefusedException Missing(string about, string sentence) =>
        new(new RunFailure { Kind = FailureKind.Resource, About = about, Sentence = sentence });
}
