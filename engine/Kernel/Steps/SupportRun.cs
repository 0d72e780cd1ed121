namespace SystemSim.Kernel;

/// <summary>Support as leave to borrow, while the equations of a run are written: what may be drawn in a year, what is drawn, and what
/// debts cost.</summary>
internal sealed class SupportRun
{
    private readonly PlanValues values;
    private readonly SupportPlan plan;
    private readonly Loan[] loans;
    private readonly Variable unsold;
    private readonly List<(SupportRun Of, Value Part)> takenOn = [];

    /// <param name="values">The plan's numbers.</param>
    /// <param name="plan">What is agreed.</param>
    /// <param name="today">Debt that there is when the run starts, or when the body begins; null for none.</param>
    /// <param name="first">Row of the year in which the body begins; 0 where it is there from the start.</param>
    /// <param name="before">The same under the plan that was in force before; null where there was none.</param>
    public SupportRun(PlanValues values, SupportPlan plan, OpeningDebtPlan? today, int first, SupportRun? before)
    {
        (this.values, this.plan) = (values, plan);
        loans = before?.loans ?? [.. Loans(today, first - 1)];
        unsold = before?.unsold ?? Set.Variable(Set.Zero);
        Debt = before?.Debt ?? Set.Variable(today is null ? Set.Zero : values.Of(today.Amount));
        Sold = before?.Sold ?? Set.Variable(Set.Zero);
        Planned = Room = IntoReserves = Repaid = Interest = IncomeLost = Borrowed = ReceiptsUsed = Set.Zero;
    }

    /// <summary>What is owed.</summary>
    public Variable Debt { get; }

    /// <summary>What assets sold for support have brought.</summary>
    public Variable Sold { get; }

    /// <summary>Support in the year's money.</summary>
    public Value Planned { get; private set; }

    /// <summary>What can be drawn besides.</summary>
    public Value Room { get; private set; }

    /// <summary>Receipts that go into general reserves when the year starts.</summary>
    public Value IntoReserves { get; private set; }

    /// <summary>Debt repaid in the year.</summary>
    public Value Repaid { get; private set; }

    /// <summary>Interest of the year.</summary>
    public Value Interest { get; private set; }

    /// <summary>Income of the year that assets sold brought before.</summary>
    public Value IncomeLost { get; private set; }

    /// <summary>What debts and assets sold take from the year's money.</summary>
    public Value DebtService => Repaid + Interest + IncomeLost;

    /// <summary>What is borrowed in the year.</summary>
    public Value Borrowed { get; private set; }

    /// <summary>What assets sold in the year bring.</summary>
    public Value ReceiptsUsed { get; private set; }

    private EquationSet Set => values.Set;

    /// <summary>What is repaid in the year of what the body has borrowed itself.</summary>
    private Value OwnRepaid => Set.Sum(loans.Select(loan => loan.Borrowed.Now * Part(loan, (parts, year) => parts[year])));

    /// <summary>Interest of the year on what the body has borrowed itself.</summary>
    private Value OwnInterest =>
        Set.Sum(loans.Select(loan => loan.Rate * loan.Borrowed.Now * Part(loan, (parts, year) => Set.Sum(parts[year..]))));

    /// <summary>Takes on a part of what a body has borrowed and sold that ends: its loans go on as they were agreed.</summary>
    /// <param name="ended">That of the body that ends.</param>
    /// <param name="part">The part.</param>
    public void TakeOn(SupportRun ended, Value part)
    {
        takenOn.Add((ended, part));
        Debt.Add(part * ended.Debt.Now);
        Sold.Add(part * ended.Sold.Now);
        unsold.Add(part * ended.unsold.Now);
    }

    /// <summary>Leaves nothing owed, sold or to be sold, once all has been taken on.</summary>
    public void PassOn()
    {
        foreach (var held in (Variable[])[Debt, Sold, unsold])
        {
            held.Set(Set.Zero);
        }
    }

    /// <summary>What may be drawn in the year, and what it pays for earlier ones.</summary>
    public void StartYear()
    {
        if (plan.Receipts is { } receipts)
        {
            unsold.Add(NotNegative(receipts));
        }

        var most = plan.Rate is null ? Value.Min(NotNegative(plan.Limit), unsold.Now) : NotNegative(plan.Limit);
        IntoReserves = plan.ToReserves is { } path ? Value.Min(NotNegative(path), Value.Min(unsold.Now, most)) : Set.Zero;
        var left = most - IntoReserves;
        Planned = plan.Planned is { } planned ? Value.Min(NotNegative(planned), left) : Set.Zero;
        Room = left - Planned;
        Repaid = OwnRepaid + Set.Sum(takenOn.Select(debt => debt.Part * debt.Of.OwnRepaid));
        Interest = OwnInterest + Set.Sum(takenOn.Select(debt => debt.Part * debt.Of.OwnInterest));
        IncomeLost = values.Of(plan.IncomeLost) * Sold.Now;
    }

    /// <summary>Draws support when the year has ended, receipts first.</summary>
    /// <param name="drawn">What is drawn besides what went into reserves.</param>
    public void EndYear(Value drawn)
    {
        var all = IntoReserves + drawn;
        ReceiptsUsed = plan.Receipts is null ? Set.Zero : Value.Min(all, unsold.Now);
        Borrowed = plan.Rate is null ? Set.Zero : all - ReceiptsUsed;
        unsold.Add(Set.Zero - ReceiptsUsed);
        Sold.Add(ReceiptsUsed);
        Debt.Add(Borrowed - Repaid);
        foreach (var loan in loans.Where(loan => !loan.IsOpening))
        {
            loan.Borrowed.Add(Borrowed * values.In(year => year == loan.Year));
        }
    }

    /// <summary>What is borrowed in each year in which something may be, and what there is when the run starts.</summary>
    /// <param name="today">What there is.</param>
    /// <param name="borrowed">Row of the year in which it counts as borrowed.</param>
    private IEnumerable<Loan> Loans(OpeningDebtPlan? today, int borrowed)
    {
        if (today is not null)
        {
            yield return new Loan(borrowed, today.Years, values.Of(today.Rate), Set.Variable(values.Of(today.Amount)), IsOpening: true);
        }

        // What is borrowed in the last year is repaid after the run.
        for (var year = 0; plan.Rate is not null && year < values.Plan.Years - 1; year++)
        {
            yield return new Loan(year, plan.Over, values.InYear(plan.Rate, year), Set.Variable(Set.Zero));
        }
    }

    /// <summary>Something of the parts in which a loan is repaid, year by year; 0 in years in which it is not.</summary>
    /// <param name="loan">The loan.</param>
    /// <param name="of">Takes the parts, as shares of what was borrowed, and which of them is due.</param>
    private Value Part(Loan loan, Func<Value[], int, Value> of)
    {
        var parts = Parts(loan);
        return values.ByYear(year => year - loan.Year - 1 is >= 0 and var due && due < parts.Length ? of(parts, due) : Set.Zero);
    }

    private Value[] Parts(Loan loan)
    {
        Value[] weights = [.. Enumerable.Repeat(Set.One, loan.Years)];
        for (var year = 1; plan.Method == Repayment.Annuity && year < loan.Years; year++)
        {
            weights[year] = weights[year - 1] * (1.0 + loan.Rate);
        }

        var whole = Set.Sum(weights);
        return [.. weights.Select(weight => weight / whole)];
    }

    private Value NotNegative(PathPlan path) => Value.Max(values.ByYear(path), 0.0);

    /// <summary>What is borrowed in a year.</summary>
    /// <param name="Year">Row of the year; -1 before the run.</param>
    /// <param name="Years">Years over which it is repaid, from the year after.</param>
    /// <param name="Rate">Interest a year.</param>
    /// <param name="Borrowed">How much; 0 until the year ends.</param>
    /// <param name="IsOpening">Whether it is there when the run starts, or the body begins.</param>
    private sealed record Loan(int Year, int Years, Value Rate, Variable Borrowed, bool IsOpening = false);
}
