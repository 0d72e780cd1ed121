namespace SystemSim.Model;

/// <summary>What the rates of the scenario already contain of an effect.</summary>
public enum MeasuredFrom
{
    /// <summary>Today's coverage: only a change from it changes anything.</summary>
    Today,

    /// <summary>Nothing: the whole effect comes on top.</summary>
    None,
}
