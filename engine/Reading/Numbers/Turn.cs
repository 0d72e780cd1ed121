namespace SystemSim.Reading;

/// <summary>What the model holds in the place of a number that the format lets people state the other way round.</summary>
internal enum Turn
{
    /// <summary>The number itself.</summary>
    None,

    /// <summary>Its negative: a rise of 20% is a strength of -20%.</summary>
    Negated,

    /// <summary>What it leaves of 1: a relative risk of 0.82 is a strength of 18%.</summary>
    Complement,
}
