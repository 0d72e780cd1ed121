using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace SystemSim.Model;

/// <summary>Tells things apart that are printed alike: wherever two have one title, each is followed by its name in brackets.</summary>
/// <remarks>Titles are alike where they differ in capitals, blanks and underscores alone, or in characters that nobody sees.</remarks>
public static class TitlesApart
{
    /// <summary>The scenario with the titles of its options, organisations, services and arrangements apart, in all that comes of
    /// it.</summary>
    /// <param name="scenario">The scenario as it was written.</param>
    public static Scenario In(Scenario scenario)
    {
        Place[] places = [.. scenario.Options.SelectMany(option => option.Places)];
        var options = Alike(scenario.Options.Select(option => (option.Id.Name, option.Title)));
        var organisations = Alike(
            places.SelectMany(place => place.Organisations).Select(organisation => (organisation.Id.Name, organisation.Title)),
            places.SelectMany(place => place.Governance.Funds).Where(fund => fund.Pool is not null).Select(fund => fund.Id.Name));
        var services = Alike(places.SelectMany(place => place.Services).Select(service => (service.Id.Name, service.Title)));
        var arrangements = Alike(places.Select(place => (place.Governance.Id.Name, place.Governance.Title)));
        return options.IsEmpty && organisations.IsEmpty && services.IsEmpty && arrangements.IsEmpty ? scenario : scenario with
        {
            Options =
            [
                .. scenario.Options.Select(option => option with
                {
                    Title = Shown(option.Id.Name, option.Title, options),
                    Place = Apart(option.Place),
                    Change = option.Change is { } change ? change with { Before = Apart(change.Before) } : null,
                }),
            ],
        };

        Place Apart(Place place) => place with
        {
            Organisations = [.. place.Organisations.Select(of => of with { Title = Shown(of.Id.Name, of.Title, organisations) })],
            Services = [.. place.Services.Select(of => of with { Title = Shown(of.Id.Name, of.Title, services) })],
            Governance = place.Governance with { Title = Shown(place.Governance.Id.Name, place.Governance.Title, arrangements) },
        };
    }

    /// <summary>What to print for each of some things of one kind, by name.</summary>
    /// <param name="named">Names and titles; a name may come more than once.</param>
    public static ImmutableDictionary<string, string> Of(IEnumerable<(string Name, string Title)> named)
    {
        (string Name, string Title)[] all = [.. named.DistinctBy(one => one.Name)];
        var alike = Alike(all);
        return all.ToImmutableDictionary(one => one.Name, one => Shown(one.Name, one.Title, alike));
    }

    /// <summary>The names of those whose title another has as well.</summary>
    /// <param name="named">Names and titles; a name may come more than once.</param>
    /// <param name="taken">What else is printed among them, and has no title of its own.</param>
    public static ImmutableHashSet<string> Alike(IEnumerable<(string Name, string Title)> named, params IEnumerable<string> taken)
    {
        (string Name, string Title)[] all = [.. named.Distinct()];
        var others = taken.Select(KeyOf).ToHashSet();
        var alike = ImmutableHashSet<string>.Empty;
        while (true)
        {
            // A title that holds a name in brackets may be what another becomes.
            var more = all.GroupBy(one => KeyOf(Shown(one.Name, one.Title, alike)))
                .Where(same => others.Contains(same.Key) || same.Select(one => one.Name).Distinct().Skip(1).Any())
                .SelectMany(same => same.Select(one => one.Name)).Where(name => !alike.Contains(name)).ToArray();
            if (more.Length == 0)
            {
                return alike;
            }

            alike = alike.Union(more);
        }
    }

    /// <summary>What two titles have in common that nobody would tell apart.</summary>
    public static string KeyOf(string title)
    {
        var key = new StringBuilder(title.Length);
        foreach (var letter in title.ToUpperInvariant())
        {
            var isBlank = char.IsWhiteSpace(letter) || char.IsControl(letter) || letter == '_';
            if (isBlank ? key.Length > 0 && key[^1] != ' ' : char.GetUnicodeCategory(letter) != UnicodeCategory.Format)
            {
                key.Append(isBlank ? ' ' : letter);
            }
        }

        return key.ToString().TrimEnd(' ');
    }

    private static string Shown(string name, string title, ImmutableHashSet<string> alike) =>
        alike.Contains(name) ? $"{title} ({name})" : title;
}
