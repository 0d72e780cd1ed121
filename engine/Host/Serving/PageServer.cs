using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace SystemSim.Host;

/// <summary>Serves the page to this machine alone, and the scenario's folder to who has the token of this start (decision 069).</summary>
/// <remarks>Nothing of what is asked for is worked out: paths are compared as they come. Nothing is executed, nothing is listed.</remarks>
internal sealed class PageServer : IDisposable
{
    /// <summary>The header that has the token.</summary>
    public const string TokenHeader = "X-SystemSim-Token";

    // As large as a scenario may be.
    private const int MostBytes = 4 * 1024 * 1024;
    private const int MostHeard = 4 * MostBytes;
    private const int PartBytes = 64 * 1024;
    private const int MostTries = 20;
    private const int TokenBytes = 32;
    private const string Folder = "/folder";

    private readonly HttpListener listener;
    private readonly PageFiles page;
    private readonly OpenedFolder? folder;
    private readonly string authority;
    private readonly byte[] token;

    /// <summary>Begins to listen, at a port that is free.</summary>
    /// <param name="page">The files of the page.</param>
    /// <param name="folder">The scenario's folder; null where none is open.</param>
    /// <exception cref="IOException">No port is free.</exception>
    public PageServer(PageFiles page, OpenedFolder? folder)
    {
        (this.page, this.folder) = (page, folder);
        Token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        token = Encoding.ASCII.GetBytes(Token);
        (listener, authority) = Listen();
    }

    /// <summary>Where the page is.</summary>
    public string Origin => $"http://{authority}";

    /// <summary>What who asks for the folder must have.</summary>
    public string Token { get; }

    /// <summary>Answers until it is stopped.</summary>
    public async Task Serve(CancellationToken stop)
    {
        await using var stopping = stop.Register(listener.Stop);
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var asked = await listener.GetContextAsync();
                _ = Task.Run(() => Answer(asked), CancellationToken.None);
            }
            catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                // Stopped, or a caller that went away while it was asking.
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => listener.Close();

    private static (HttpListener Listener, string Authority) Listen()
    {
        for (var tries = 1; ; tries++)
        {
            var authority = $"127.0.0.1:{FreePort()}";
            var listener = new HttpListener { IgnoreWriteExceptions = true };
            listener.Prefixes.Add($"http://{authority}/");
            try
            {
                listener.Start();
                return (listener, authority);
            }
            catch (HttpListenerException) when (tries < MostTries)
            {
                // Another program has taken the port meanwhile.
                listener.Close();
            }
            catch (HttpListenerException refused)
            {
                listener.Close();
                throw new IOException(refused.Message, refused);
            }
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task Answer(HttpListenerContext asked)
    {
        try
        {
            Protect(asked.Response.Headers);
            await Answer(asked.Request, asked.Response);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            await Say(asked.Response, HttpStatusCode.InternalServerError, failed.Message);
        }
        catch (Exception gone) when (gone is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            // Who asked has not waited for the answer.
        }
        finally
        {
            asked.Response.Close();
        }
    }

    private async Task Answer(HttpListenerRequest asked, HttpListenerResponse answer)
    {
        var path = (asked.RawUrl ?? "").Split('?')[0];
        if (asked.UserHostName != authority || (asked.Headers["Origin"] is { } origin && origin != Origin))
        {
            await Say(answer, HttpStatusCode.Forbidden, "This page is served to itself alone.");
        }
        else if (path == Folder)
        {
            await AnswerOfFolder(asked, answer);
        }
        else if (asked.HttpMethod is not ("GET" or "HEAD"))
        {
            await Say(answer, HttpStatusCode.MethodNotAllowed, "Nothing is written there.");
        }
        else if (page.At(path) is var (file, type))
        {
            answer.ContentType = type;
            await Send(asked, answer, await File.ReadAllBytesAsync(file));
        }
        else
        {
            await Say(answer, HttpStatusCode.NotFound, "There is no such file.");
        }
    }

    private async Task AnswerOfFolder(HttpListenerRequest asked, HttpListenerResponse answer)
    {
        answer.Headers["Cache-Control"] = "no-store";
        if (folder is null)
        {
            await Say(answer, HttpStatusCode.NotFound, "No scenario is open: name one, as in 'systemsim open my-place'.");
        }
        else if (!IsToken(asked.Headers[TokenHeader]))
        {
            await Say(answer, HttpStatusCode.Forbidden, "This is another start of the program: open the address that it prints.");
        }
        else if (asked.HttpMethod is "GET")
        {
            answer.ContentType = "application/json";
            await Send(asked, answer, await folder.Read());
        }
        else if (asked.HttpMethod is not "PUT")
        {
            await Say(answer, HttpStatusCode.MethodNotAllowed, "The folder can be read, and its scenario written.");
        }
        else if (asked.Headers["If-Match"] is not ['"', .. var version, '"'])
        {
            await Say(answer, HttpStatusCode.PreconditionRequired, "It must be said which version of the file is written over.");
        }
        else if (await Body(asked) is not { } body)
        {
            await Say(answer, HttpStatusCode.RequestEntityTooLarge, $"The text is larger than {MostBytes / 1024 / 1024} MiB.");
        }
        else if (!IsText(body))
        {
            await Say(answer, HttpStatusCode.UnsupportedMediaType, "A scenario is UTF-8 text, and not empty.");
        }
        else
        {
            await Write(answer, body, version);
        }
    }

    private async Task Write(HttpListenerResponse answer, byte[] body, string version)
    {
        var (now, there) = await folder!.Write(body, version);
        answer.Headers["ETag"] = $"\"{now}\"";
        if (there is null)
        {
            answer.StatusCode = (int)HttpStatusCode.NoContent;
            return;
        }

        answer.StatusCode = (int)HttpStatusCode.PreconditionFailed;
        answer.ContentType = "text/plain; charset=utf-8";
        await answer.OutputStream.WriteAsync(there);
    }

    private bool IsToken(string? said) => said is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(said), token);

    /// <summary>What is sent; null where it is more than a scenario can be.</summary>
    private static async Task<byte[]?> Body(HttpListenerRequest asked)
    {
        using var body = new MemoryStream();
        var part = new byte[PartBytes];
        var length = 0L;
        for (int read; length <= MostHeard && (read = await asked.InputStream.ReadAsync(part)) > 0;)
        {
            // Who sends somewhat too much hears why only after all has been taken.
            length += read;
            if (length <= MostBytes)
            {
                body.Write(part, 0, read);
            }
        }

        return length > MostBytes ? null : body.ToArray();
    }

    private static bool IsText(byte[] body)
    {
        var isText = System.Text.Unicode.Utf8.IsValid(body);
        return isText && body.Length > 0 && !body.Contains((byte)0);
    }

    /// <summary>What browsers are told of every answer: no script or frame but the page's own, no guessing of types, nothing to
    /// others.</summary>
    private static void Protect(WebHeaderCollection headers)
    {
        headers["Content-Security-Policy"] =
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; "
            + "worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        headers["X-Content-Type-Options"] = "nosniff";
        headers["X-Frame-Options"] = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // Another version of the program may be at the same port next time.
        headers["Cache-Control"] = "no-cache";
    }

    private static async Task Send(HttpListenerRequest asked, HttpListenerResponse answer, byte[] bytes)
    {
        answer.ContentLength64 = bytes.Length;
        if (asked.HttpMethod != "HEAD")
        {
            await answer.OutputStream.WriteAsync(bytes);
        }
    }

    private static async Task Say(HttpListenerResponse answer, HttpStatusCode code, string sentence)
    {
        answer.StatusCode = (int)code;
        answer.ContentType = "text/plain; charset=utf-8";
        await answer.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(sentence));
    }
}
