namespace SystemSim.Places;

/// <summary>What is left over when shared rates and costs have been taken from published money, and when it is worth a finding.</summary>
public static class Rests
{
    // Above this much of the money nobody should take the services for the place.
    private const double Most = 0.15;

    /// <summary>How large both rests are, for the first page of whatever is made of the model.</summary>
    /// <param name="care">The rest of care, as a share of the money for it; below 0 where shared rates come to more than is spent.</param>
    /// <param name="nhs">The rest of the NHS's money, alike.</param>
    public static string Sentence(double care, double nhs)
    {
        (double Share, string Of)[] all = [(care, "what is spent on care"), (nhs, "the NHS's money for its people")];
        var left = all.Where(rest => rest.Share >= 0.0).Select(rest => $"{Written.Percent(rest.Share)} of {rest.Of}").ToArray();
        var over = all.Where(rest => rest.Share < 0.0)
            .Select(rest => $" Shared rates and costs come to {Written.Percent(-rest.Share)} more than {rest.Of}.");
        return (left.Length > 0 ? $"Not explained by shared rates and costs: {string.Join(" and ", left)}." : "")
            + string.Concat(over)
            + (all.Any(rest => Finding(rest.Share) is not null) ? " Do not take its services for those of the place." : "");
    }

    /// <summary>The finding about a rest; null where there is none.</summary>
    /// <param name="share">The rest as a share of the money.</param>
    public static string? Finding(double share) => share switch
    {
        < 0.0 => $"Finding: shared rates and costs alone come to {Written.Percent(-share)} more than is spent.",
        > Most => $"Finding: {Written.Percent(share)} of the money is not explained by shared rates and costs.",
        _ => null,
    };
}
