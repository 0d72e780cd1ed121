namespace SystemSim.Model.Kinds;

/// <summary>How the strength of an effect is stated.</summary>
public enum StrengthForm
{
    /// <summary>As the share by which something falls: 0.18 is 18% less.</summary>
    Less,

    /// <summary>As the share by which it rises: 0.18 is 18% more.</summary>
    More,

    /// <summary>As what it is multiplied by: 0.82 is 18% less, 1.18 is 18% more.</summary>
    RelativeRisk,
}
