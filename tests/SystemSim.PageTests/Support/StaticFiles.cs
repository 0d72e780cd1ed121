using System.IO.Compression;
using System.Net;
using System.Net.Sockets;

namespace SystemSim.PageTests;

/// <summary>A plain server of static files on this machine alone, which knows nothing of the page: files by their names, at a path of its
/// choosing.</summary>
internal sealed class StaticFiles : IDisposable
{
    private static readonly Dictionary<string, string> Types = new()
    {
        [".html"] = "text/html",
        [".js"] = "text/javascript",
        [".css"] = "text/css",
        [".svg"] = "image/svg+xml",
        [".json"] = "application/json",
        [".wasm"] = "application/wasm",
        [".webmanifest"] = "application/manifest+json",
    };

    private readonly HttpListener listener = new();
    private readonly string folder;
    private readonly string path;

    /// <summary>Begins to serve.</summary>
    /// <param name="folder">The files.</param>
    /// <param name="path">Where they are to be found, with a slash at either end.</param>
    public StaticFiles(string folder, string path)
    {
        (this.folder, this.path) = (folder, path);
        Origin = $"http://127.0.0.1:{FreePort()}";
        listener.Prefixes.Add($"{Origin}/");
        listener.Start();
        _ = Serve();
    }

    /// <summary>Where the server is.</summary>
    public string Origin { get; }

    /// <summary>Where the page is.</summary>
    public string Address => Origin + path;

    /// <inheritdoc/>
    public void Dispose() => listener.Close();

    /// <summary>How many bytes of a file go over the wire where a server packs what it sends.</summary>
    public static long Packed(string file)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(File.ReadAllBytes(file));
        }

        return packed.Length;
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task Serve()
    {
        while (listener.IsListening)
        {
            try
            {
                _ = Answer(await listener.GetContextAsync());
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task Answer(HttpListenerContext asked)
    {
        using var answer = asked.Response;
        var name = Uri.UnescapeDataString(asked.Request.Url!.AbsolutePath);
        var file = name.StartsWith(path, StringComparison.Ordinal)
            ? Path.Combine(folder, name.EndsWith('/') ? $"{name[path.Length..]}index.html" : name[path.Length..])
            : "";
        if (!File.Exists(file))
        {
            answer.StatusCode = 404;
            return;
        }

        var bytes = await File.ReadAllBytesAsync(file);
        answer.ContentType = Types.GetValueOrDefault(Path.GetExtension(file), "application/octet-stream");
        answer.ContentLength64 = bytes.Length;
        await answer.OutputStream.WriteAsync(bytes);
    }
}
