namespace SystemSim.Tests;

/// <summary>What services did in one step, by service.</summary>
internal sealed class PlainServiceStep(int services)
{
    public double[] NeedLed { get; } = new double[services];

    public double[] Referred { get; } = new double[services];

    public double[] Failure { get; } = new double[services];

    public double[] Diverted { get; } = new double[services];

    /// <summary>Who came, whether seen or not.</summary>
    public double[] Arrivals { get; } = new double[services];

    /// <summary>The list at the start of the step.</summary>
    public double[] List { get; } = new double[services];

    /// <summary>Who of the list waits on.</summary>
    public double[] WaitsOn { get; } = new double[services];

    public double[] Asked { get; } = new double[services];

    /// <summary>Bed-days a contact; 1 where nobody stays.</summary>
    public double[] Units { get; } = new double[services];

    /// <summary>People in places who stay on.</summary>
    public double[] Staying { get; } = new double[services];

    /// <summary>People in places whose stay ended.</summary>
    public double[] Ended { get; } = new double[services];

    public double[] Delivered { get; } = new double[services];

    /// <summary>The list at the end of the step.</summary>
    public double[] Waiting { get; } = new double[services];

    public double[] Left { get; } = new double[services];

    /// <summary>Contacts, bed-days, or people in places at the end of the step.</summary>
    public double[] Activity { get; } = new double[services];

    /// <summary>The activity that the step's budget buys; infinite where nothing bounds it.</summary>
    public double[] Bought { get; } = new double[services];

    /// <summary>Capacity held, in whole blocks where it comes in blocks.</summary>
    public double[] Held { get; } = new double[services];

    /// <summary>Units that the step costs.</summary>
    public double[] CostUnits { get; } = new double[services];

    /// <summary>Delivered, times the multiplier of the failure share.</summary>
    public double[] Returning { get; } = new double[services];
}
