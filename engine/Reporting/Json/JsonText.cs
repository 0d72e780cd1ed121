using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SystemSim.Reporting;

/// <summary>JSON as every file and answer has it: indented, with line feeds, letters as they are, ending in a line feed.</summary>
public static class JsonText
{
    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes a value.</summary>
    /// <param name="write">Writes one value, properties in their order.</param>
    /// <returns>UTF-8 without mark.</returns>
    public static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes, Layout))
        {
            write(writer);
        }

        bytes.Write("\n"u8);
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Writes an array under a name.</summary>
    public static void Array<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }

    /// <summary>Writes an array of texts under a name.</summary>
    public static void Texts(this Utf8JsonWriter json, string name, IEnumerable<string> items) =>
        json.Array(name, items, json.WriteStringValue);

    /// <summary>Writes which files there are, with the hash of each.</summary>
    internal static void Hashes(this Utf8JsonWriter json, IEnumerable<WrittenFile> files) => json.Array("hashes", files, file =>
    {
        json.WriteStartObject();
        json.WriteString("name", file.Name);
        json.WriteString("sha256", file.Sha256);
        json.WriteEndObject();
    });

    /// <summary>Writes a text under a name; nothing where there is none.</summary>
    public static void TextIfAny(this Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }
}
