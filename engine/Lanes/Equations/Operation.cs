namespace SystemSim.Lanes;

/// <summary>What an instruction does. Every operation works lane by lane and gives the same bits on every machine.</summary>
public enum Operation : byte
{
    /// <summary>A number known when the equations are written.</summary>
    Constant,

    /// <summary>A row that the caller fills before the run: an uncertain quantity, or an opening value.</summary>
    Input,

    /// <summary>A number that depends on the step alone.</summary>
    StepTable,

    /// <summary>A number that depends on the year alone.</summary>
    YearTable,

    /// <summary>One of a row of values, by year.</summary>
    YearChoice,

    /// <summary>A variable, as it stands when the section starts.</summary>
    Load,

    /// <summary>What a history held some steps ago.</summary>
    Recall,

    /// <summary>A uniform number of the step, each lane's own: a row that is filled before the step.</summary>
    Uniform,

    /// <summary>a + b.</summary>
    Add,

    /// <summary>a - b.</summary>
    Subtract,

    /// <summary>a * b.</summary>
    Multiply,

    /// <summary>a / b.</summary>
    Divide,

    /// <summary>a * b + c, rounded once.</summary>
    MultiplyAdd,

    /// <summary>c - a * b, rounded once.</summary>
    MultiplySubtract,

    /// <summary>a where a is below b, else b.</summary>
    Minimum,

    /// <summary>a where a is above b, else b.</summary>
    Maximum,

    /// <summary>c where a is at most b, else d.</summary>
    Choose,

    /// <summary>exp(a).</summary>
    Exp,

    /// <summary>1 - exp(-a), without cancellation.</summary>
    OneMinusExp,

    /// <summary>1 - (1 - a)^b, without cancellation.</summary>
    OneMinusPower,

    /// <summary>The largest whole number not above a.</summary>
    Floor,

    /// <summary>The count of successes among a trials, each of probability b: the quantile at c.</summary>
    Binomial,

    /// <summary>The count of events of which a are expected: the quantile at b.</summary>
    Poisson,
}
