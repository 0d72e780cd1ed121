using NUnit.Framework;
using SystemSim.Reporting;

namespace SystemSim.Tests.Reporting;

public sealed class WholeFolderTests
{
    [Test]
    public void A_folder_is_made_with_those_above_it()
    {
        using var home = new TemporaryFolder();

        Make(In(home, "results/place"), draft => draft.Write("tidy/a.csv", "a"u8.ToArray()));

        Assert.That(Files(home), Is.EqualTo(["results/place/tidy/a.csv"]));
    }

    [Test]
    public void Files_are_known_by_their_bytes()
    {
        using var home = new TemporaryFolder();
        WrittenFile[] files = [];

        Make(In(home, "place"), draft =>
        {
            draft.Write("a.csv", "abc"u8.ToArray());
            files = [.. draft.Files];
        });

        Assert.That(files, Is.EqualTo([new WrittenFile("a.csv", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]));
    }

    [Test]
    public void A_folder_that_may_be_replaced_is_replaced_as_a_whole()
    {
        using var home = new TemporaryFolder();
        home.Write("place/old.csv", "old");

        Make(In(home, "place"), draft => draft.Write("new.csv", "new"u8.ToArray()));

        Assert.That(Files(home), Is.EqualTo(["place/new.csv"]));
    }

    [Test]
    public void A_folder_that_may_not_be_replaced_stays()
    {
        using var home = new TemporaryFolder();
        home.Write("place/old.csv", "old");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                () => Make(In(home, "place"), _ => { }, refusal: _ => "no"),
                Throws.InstanceOf<FolderRefusedException>().With.Message.EqualTo("no")
            );
            Assert.That(Files(home), Is.EqualTo(["place/old.csv"]));
        }
    }

    [Test]
    public void An_empty_folder_asks_nobody()
    {
        using var home = new TemporaryFolder();
        Directory.CreateDirectory(In(home, "place"));

        Make(In(home, "place"), draft => draft.Write("new.csv", "new"u8.ToArray()), refusal: _ => "no");

        Assert.That(Files(home), Is.EqualTo(["place/new.csv"]));
    }

    [Test]
    public void A_failure_midway_leaves_what_was_there_and_nothing_else()
    {
        using var home = new TemporaryFolder();
        home.Write("place/old.csv", "old");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Make(In(home, "place"), Failing), Throws.InvalidOperationException);
            Assert.That(Files(home), Is.EqualTo(["place/old.csv"]));
        }
    }

    [Test]
    public void A_failure_midway_leaves_no_folder_that_was_not_there()
    {
        using var home = new TemporaryFolder();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Make(In(home, "results/more/place"), Failing), Throws.InvalidOperationException);
            Assert.That(Directory.GetFileSystemEntries(home.Path), Is.Empty);
        }
    }

    [Test]
    public void An_interruption_leaves_nothing()
    {
        using var home = new TemporaryFolder();
        using var stop = new CancellationTokenSource();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                () => WholeFolder.Make(In(home, "results/place"), _ => null, draft =>
                {
                    draft.Write("a.csv", "a"u8.ToArray());
                    stop.Cancel();
                    draft.Write("b.csv", "b"u8.ToArray());
                }, stop.Token),
                Throws.InstanceOf<OperationCanceledException>());
            Assert.That(Directory.GetFileSystemEntries(home.Path), Is.Empty);
        }
    }

    [Test]
    public void A_file_of_that_name_is_not_replaced()
    {
        using var home = new TemporaryFolder();
        home.Write("place", "mine");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Make(In(home, "place"), _ => { }), Throws.InstanceOf<FolderRefusedException>());
            Assert.That(File.ReadAllText(In(home, "place")), Is.EqualTo("mine"));
        }
    }

    [Test]
    public void A_file_where_a_folder_is_needed_is_an_error_of_the_disk()
    {
        using var home = new TemporaryFolder();
        home.Write("results", "mine");

        Assert.That(() => Make(In(home, "results/place"), _ => { }), Throws.InstanceOf<IOException>());
    }

    [Test]
    public void A_link_to_a_folder_stays_a_link()
    {
        using var home = new TemporaryFolder();
        home.Write("real/old.csv", "old");
        Directory.CreateSymbolicLink(In(home, "link"), In(home, "real"));

        Make(In(home, "link"), draft => draft.Write("new.csv", "new"u8.ToArray()));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(new DirectoryInfo(In(home, "link")).LinkTarget, Is.Not.Null);
            Assert.That(Directory.GetFiles(In(home, "real")).Select(Path.GetFileName), Is.EqualTo(["new.csv"]));
        }
    }

    [Test]
    public void What_is_put_there_while_the_folder_is_made_is_not_lost()
    {
        using var home = new TemporaryFolder();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                () => Make(In(home, "place"), draft =>
                {
                    draft.Write("new.csv", "new"u8.ToArray());
                    home.Write("place/mine.txt", "mine");
                }, refusal: _ => "no"),
                Throws.InstanceOf<FolderRefusedException>());
            Assert.That(Files(home), Is.EqualTo(["place/mine.txt"]));
        }
    }

    [Test]
    public void Whenever_a_run_dies_there_is_the_old_folder_or_the_new_one_and_the_next_run_tidies_up(
        [Values] bool canExchange,
        [Values] bool replaces
    )
    {
        using var home = new TemporaryFolder();
        using var deaths = new TemporaryFolder();
        if (replaces)
        {
            home.Write("place/a.csv", "old");
            home.Write("place/tidy/b.csv", "old");
        }

        // What is on the disk after each step is what a run leaves that dies there.
        var step = 0;
        void Die() => Copy(home.Path, Path.Combine(deaths.Path, $"{step++}"));
        WholeFolder.Make(
            In(home, "place"),
            _ => null,
            Filling(Die),
            canExchange ? FolderExchange.Try : (_, _) => false,
            Die,
            CancellationToken.None
        );

        Assert.That(step, Is.GreaterThanOrEqualTo(6));
        foreach (var left in Directory.GetDirectories(deaths.Path))
        {
            var place = Path.Combine(left, "place");
            var isBetween = !canExchange && replaces && !Directory.Exists(place);
            Assert.That(isBetween || Whole(place) is "new" || Whole(place) == (replaces ? "old" : ""), $"{left}: {Whole(place)}");

            // A run that is refused tidies up all the same.
            Assert.That(() => Make(place, _ => throw new InvalidOperationException(), _ => "no"), Throws.Exception);
            Assert.That(Whole(place), isBetween ? Is.EqualTo("new") : Is.AnyOf("new", replaces ? "old" : ""), left);
            Assert.That(Directory.GetFileSystemEntries(left).Select(Path.GetFileName), Is.SubsetOf(["place"]), left);
        }
    }

    [Test]
    public void Where_the_disk_does_not_take_the_new_folder_what_stood_there_stands_there_again(
        [Values] bool canExchange,
        [Values] bool replaces
    )
    {
        var steps = 0;
        using (var home = Home())
        {
            MakeBy(home, () => steps++);
        }

        using var failing = Home();
        var step = 0;
        Assert.That(() => MakeBy(failing, () => Fail(++step == steps)), Throws.InstanceOf<IOException>());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Whole(In(failing, "place")), Is.EqualTo(replaces ? "old" : ""));
            Assert.That(Directory.GetFileSystemEntries(failing.Path).Select(Path.GetFileName), Is.SubsetOf(["place"]));
        }

        TemporaryFolder Home()
        {
            var home = new TemporaryFolder();
            if (replaces)
            {
                home.Write("place/a.csv", "old");
                home.Write("place/tidy/b.csv", "old");
            }

            return home;
        }

        void MakeBy(TemporaryFolder home, Action after) => WholeFolder.Make(
            In(home, "place"),
            _ => null,
            Filling(() => { }),
            canExchange ? FolderExchange.Try : (_, _) => false,
            after,
            CancellationToken.None
        );

        static void Fail(bool now)
        {
            if (now)
            {
                throw new IOException("Input/output error");
            }
        }
    }

    [Test]
    public void A_folder_that_is_exchanged_is_there_at_every_moment()
    {
        using var home = new TemporaryFolder();
        home.Write("place/a.csv", "old");

        WholeFolder.Make(
            In(home, "place"),
            _ => null,
            Filling(() => { }),
            FolderExchange.Try,
            () => Assert.That(!OperatingSystem.IsLinux() || Directory.Exists(In(home, "place"))),
            CancellationToken.None
        );

        Assert.That(Whole(In(home, "place")), Is.EqualTo("new"));
    }

    [Test]
    public void The_draft_of_a_run_that_lives_is_left_alone()
    {
        using var home = new TemporaryFolder();

        Make(In(home, "place"), draft =>
        {
            draft.Write("a.csv", "slow"u8.ToArray());
            Make(In(home, "place"), quick => quick.Write("a.csv", "quick"u8.ToArray()));
            Assert.That(File.ReadAllText(In(home, "place/a.csv")), Is.EqualTo("quick"));
            draft.Write("b.csv", "slow"u8.ToArray());
        });

        Assert.That(Files(home), Is.EqualTo(["place/a.csv", "place/b.csv"]));
        Assert.That(File.ReadAllText(In(home, "place/a.csv")), Is.EqualTo("slow"));
    }

    [TestCase(".place.abcdefghijk.new/a.csv")]
    [TestCase(".place.short.lock")]
    [TestCase(".place.abcdefghijk.lock.bak")]
    [TestCase(".places.abcdefghijk.lock")]
    [TestCase(".place.ABCDEFGHIJK.lock")]
    public void What_only_looks_like_a_draft_is_left_alone(string name)
    {
        using var home = new TemporaryFolder();
        home.Write(name, "mine");

        Make(In(home, "place"), draft => draft.Write("a.csv", "a"u8.ToArray()));

        Assert.That(Files(home), Is.EqualTo([name, "place/a.csv"]));
    }

    [Test]
    public void What_is_put_there_at_the_last_moment_goes_back()
    {
        using var home = new TemporaryFolder();
        home.Write("place/old.csv", "old");
        string? Refusal(string folder) => File.Exists(Path.Combine(folder, "mine.txt")) ? "it holds mine.txt" : null;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                () => WholeFolder.Make(In(home, "place"), Refusal, Filling(() => { }), Late, () => { }, CancellationToken.None),
                Throws.InstanceOf<FolderRefusedException>()
            );
            Assert.That(Files(home), Is.EqualTo(["place/mine.txt", "place/old.csv"]));
        }

        bool Late(string draft, string place)
        {
            if (!File.Exists(Path.Combine(draft, "mine.txt")))
            {
                home.Write("place/mine.txt", "mine");
            }

            // Where the system cannot exchange, nothing is to be seen.
            Assume.That(FolderExchange.Try(draft, place));
            return true;
        }
    }

    private static Action<FolderDraft> Filling(Action step) => draft =>
    {
        draft.Write("a.csv", "new"u8.ToArray());
        step();
        draft.Write("tidy/b.csv", "new"u8.ToArray());
        step();
    };

    /// <summary>What both files of a folder say; what is neither whole nor absent says so.</summary>
    private static string Whole(string place)
    {
        if (!Directory.Exists(place))
        {
            return "";
        }

        string[] files =
        [
            .. Directory
                .GetFiles(place, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(place, file).Replace('\\', '/'))
                .Order(),
        ];
        string[] texts = [.. files.Select(file => File.ReadAllText(Path.Combine(place, file))).Distinct()];
        return files is ["a.csv", "tidy/b.csv"] && texts is [var text] ? text : $"a mixture: {string.Join(", ", files)}";
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var folder in Directory.GetDirectories(from))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }

        foreach (var file in Directory.GetFiles(from))
        {
            // A lock that is held cannot be copied; it is empty.
            File.WriteAllBytes(
                Path.Combine(to, Path.GetFileName(file)),
                file.EndsWith(".lock", StringComparison.Ordinal) ? [] : File.ReadAllBytes(file)
            );
        }
    }

    private static void Failing(FolderDraft draft)
    {
        draft.Write("a.csv", "a"u8.ToArray());
        throw new InvalidOperationException("midway");
    }

    private static void Make(string path, Action<FolderDraft> fill, Func<string, string?>? refusal = null) =>
        WholeFolder.Make(path, refusal ?? (_ => null), fill, CancellationToken.None);

    private static string In(TemporaryFolder home, string name) => Path.Combine(home.Path, name);

    private static IEnumerable<string> Files(TemporaryFolder home) =>
        Directory
            .GetFiles(home.Path, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(home.Path, file).Replace('\\', '/'))
            .Order();
}
