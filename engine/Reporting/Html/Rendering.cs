using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace SystemSim.Reporting;

/// <summary>Turns components into text.</summary>
public static class Rendering
{
    private const string XmlDeclaration = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";

    /// <summary>A chart as a file of its own.</summary>
    /// <param name="picture">The chart.</param>
    /// <returns>UTF-8 without mark, ending in a line feed.</returns>
    public static byte[] Svg(Picture picture) =>
        Bytes(XmlDeclaration + Text<Svg>(new Dictionary<string, object?> { [nameof(Reporting.Svg.Of)] = picture }));

    /// <summary>The page for who decides: <c>summary.html</c>.</summary>
    public static byte[] Summary(Evidence evidence) =>
        Bytes(Text<Summary>(new Dictionary<string, object?> { [nameof(Reporting.Summary.Of)] = evidence }));

    /// <summary>The claims sheet: <c>claims.html</c>.</summary>
    public static byte[] Claims(Evidence evidence) =>
        Bytes(Text<ClaimsSheet>(new Dictionary<string, object?> { [nameof(ClaimsSheet.Of)] = evidence }));

    /// <summary>A page of sentences and tables.</summary>
    public static byte[] Plain(PlainPage page) =>
        Bytes(Text<Plain>(new Dictionary<string, object?> { [nameof(Reporting.Plain.Of)] = page }));

    /// <summary>The page of a question apart from a run.</summary>
    public static byte[] Report(Report report) =>
        Bytes(Text<ReportPage>(new Dictionary<string, object?> { [nameof(ReportPage.Of)] = report }));

    /// <summary>A component as text.</summary>
    /// <typeparam name="TComponent">The component.</typeparam>
    /// <param name="parameters">Its parameters.</param>
    internal static string Text<TComponent>(Dictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        using var renderer = new HtmlRenderer(new Nothing(), NullLoggerFactory.Instance);
        return renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters));
            return root.ToHtmlString();
        }).GetAwaiter().GetResult();
    }

    /// <summary>Text as the bytes of a file.</summary>
    internal static byte[] Bytes(string text) => Encoding.UTF8.GetBytes($"{text.ReplaceLineEndings("\n").TrimEnd()}\n");

    /// <summary>Components here ask for no services.</summary>
    private sealed class Nothing : IServiceProvider
    {
        /// <inheritdoc/>
        public object? GetService(Type serviceType) => null;
    }
}
