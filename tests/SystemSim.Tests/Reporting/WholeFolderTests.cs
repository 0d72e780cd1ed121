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
            Assert.That(() => Make(In(home, "place"), _ => { }, refusal: _ => "no"), Throws.InstanceOf<FolderRefusedException>().With.Message.EqualTo("no"));
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

    private static void Failing(FolderDraft draft)
    {
        draft.Write("a.csv", "a"u8.ToArray());
        throw new InvalidOperationException("midway");
    }

    private static void Make(string path, Action<FolderDraft> fill, Func<string, string?>? refusal = null) =>
        WholeFolder.Make(path, refusal ?? (_ => null), fill, CancellationToken.None);

    private static string In(TemporaryFolder home, string name) => Path.Combine(home.Path, name);

    private static IEnumerable<string> Files(TemporaryFolder home) =>
        Directory.GetFiles(home.Path, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(home.Path, file).Replace('\\', '/')).Order();
}
