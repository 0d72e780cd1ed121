using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace SystemSim.Acceptance;

/// <summary><c>systemsim open</c> at work, ended when the test is over.</summary>
internal sealed class ServedPage : IDisposable
{
    private readonly Process process;
    private readonly Task<string> errors;
    private readonly HttpClient client = new();

    private ServedPage(Process process)
    {
        this.process = process;
        errors = process.StandardError.ReadToEndAsync();
        Address = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException(errors.Result);
        var parts = Address.Split("/#");
        Origin = parts[0].TrimEnd('/');
        Token = Address.Contains("token=", StringComparison.Ordinal) ? Address.Split("token=")[1] : "";
    }

    /// <summary>The address that it prints.</summary>
    public string Address { get; }

    /// <summary>Its part before the path.</summary>
    public string Origin { get; }

    /// <summary>The token of this start.</summary>
    public string Token { get; }

    /// <summary>The process.</summary>
    public int Id => process.Id;

    /// <summary>Starts it.</summary>
    /// <param name="folder">Its current folder.</param>
    /// <param name="words">What stands behind <c>open</c>.</param>
    public static ServedPage In(string folder, params string[] words)
    {
        var process = Process.Start(ProgramCall.Start(folder, ["open", .. words]))!;
        process.StandardInput.Close();
        return new ServedPage(process);
    }

    /// <summary>Asks for something.</summary>
    /// <param name="method">How.</param>
    /// <param name="path">What.</param>
    /// <param name="headers">Headers; without one for the token that of this start is sent.</param>
    /// <param name="body">What is sent; null for nothing.</param>
    public async Task<HttpResponseMessage> Ask(
        HttpMethod method, string path, (string Name, string Value)[]? headers = null, byte[]? body = null)
    {
        using var asked = new HttpRequestMessage(method, Origin + path);
        foreach (var (name, value) in headers ?? [("X-SystemSim-Token", Token)])
        {
            asked.Headers.TryAddWithoutValidation(name, value);
        }

        asked.Content = body is null ? null : new ByteArrayContent(body);
        return await client.SendAsync(asked);
    }

    /// <summary>Writes the scenario.</summary>
    public async Task<HttpResponseMessage> Put(byte[] body, string version) =>
        await Ask(HttpMethod.Put, "/folder", [("X-SystemSim-Token", Token), ("If-Match", $"\"{version}\"")], body);

    /// <summary>Sends a request line and headers as they are, which no client would send, and gives the whole answer.</summary>
    public async Task<string> Raw(string request)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync("127.0.0.1", new Uri(Origin).Port);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request.ReplaceLineEndings("\r\n")));
        connection.Client.Shutdown(SocketShutdown.Send);
        using var answer = new StreamReader(stream);
        return await answer.ReadToEndAsync();
    }

    /// <summary>Sends a signal, and waits for the end.</summary>
    /// <returns>The exit code, and what it said.</returns>
    public (int ExitCode, string Errors) End(string signal = "INT")
    {
        using (var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            kill.WaitForExit();
        }

        process.WaitForExit(TimeSpan.FromMinutes(1));
        return (process.ExitCode, errors.Result);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        client.Dispose();
        process.Dispose();
    }
}
