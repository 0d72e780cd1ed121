namespace SystemSim.Kernel;

/// <summary>One service while the equations of a run are written: what it remembers, and what it is in this step.</summary>
internal sealed class ServiceRun(int row, ServicePlan plan)
{
    /// <summary>Row of the service.</summary>
    public int Row => row;

    /// <summary>The plan.</summary>
    public ServicePlan Plan => plan;

    /// <summary>Waiting list; null when nobody ever waits.</summary>
    public Variable? Waiting { get; set; }

    /// <summary>People in its places; null without places.</summary>
    public Variable? InPlaces { get; set; }

    /// <summary>Physical capacity a step, or places; null when nothing limits it.</summary>
    public Variable? Capacity { get; set; }

    /// <summary>Contacts delivered in earlier steps.</summary>
    public required History DeliveredLine { get; init; }

    /// <summary>Contacts delivered in earlier steps times the multiplier of the failure share.</summary>
    public required History FailingLine { get; init; }

    /// <summary>Contacts that left in earlier steps.</summary>
    public required History LeftLine { get; init; }

    /// <summary>Budget not spent, or overspent, in earlier steps of the year.</summary>
    public required Variable Carried { get; init; }

    /// <summary>Last year's budget, or the sum let of a block or grant with notice; in the first year the opening budget.</summary>
    public required Variable LastBudget { get; init; }

    /// <summary>Need of the people of last year's start.</summary>
    public required Variable NeedThen { get; init; }

    /// <summary>[move] people who made a move in the step before, for contacts that come with moves.</summary>
    public required Variable[] MoversBefore { get; init; }

    /// <summary>What its activity costs.</summary>
    public required ServiceCosts Costs { get; init; }

    /// <summary>Its contract.</summary>
    public required ContractRun Contract { get; init; }

    /// <summary>Budget of the first year of its contract; kept where the contract asks for it.</summary>
    public Variable? FirstBudget { get; set; }

    /// <summary>Budget of the year before the arrangement, from which contributions start; null where it is in force all along.</summary>
    public Variable? BroughtInAt { get; init; }

    /// <summary>Gross cost of a unit of activity this year.</summary>
    public required Value UnitCost { get; init; }

    /// <summary>Cost of a unit of activity at base-year prices.</summary>
    public required Value BaseCost { get; init; }

    /// <summary>What a unit of activity counts against a budget this year.</summary>
    public required Value BuyingPrice { get; init; }

    /// <summary>Units of activity of the year before the run.</summary>
    public required Value OpeningActivity { get; init; }

    /// <summary>Units of activity delivered this year.</summary>
    public required Variable ActivityThisYear { get; init; }

    /// <summary>Sum of capacity held over that of the start, over the steps of this year.</summary>
    public required Variable HeldThisYear { get; init; }

    /// <summary>Units of activity delivered this year before this step.</summary>
    public Value ActivityBefore { get; set; }

    /// <summary>Contacts asked this year.</summary>
    public Variable AskedThisYear { get; set; } = null!;

    /// <summary>Contacts delivered this year.</summary>
    public Variable DeliveredThisYear { get; set; } = null!;

    /// <summary>The ledger's unmet contacts, to be completed when the year ends.</summary>
    public int UnmetFlow { get; set; }

    /// <summary>Budgets of steps this year, for a block whose sum they are.</summary>
    public Variable BudgetsThisYear { get; set; } = null!;

    /// <summary>The ledger's cost, charges, payment and full cost, to be completed when the year ends.</summary>
    public (int Cost, int Charges, int Payment, int FullCost, int FullCostFixed) Flows { get; set; }

    /// <summary>Paid to the provider of a contract that is broken this year.</summary>
    public Value BreakCharge { get; set; }

    /// <summary>Capacity held in this step over that of the start.</summary>
    public Value Held { get; set; }

    /// <summary>Units whose cost this step's activity has.</summary>
    public Value Quantity { get; set; }

    /// <summary>Payments of the year, once it has ended.</summary>
    public Value PaidInYear { get; set; }

    /// <summary>Cost of the year, once it has ended.</summary>
    public Value CostInYear { get; set; }

    /// <summary>Payments and charges less cost of the year, once it has ended.</summary>
    public Value SurplusInYear { get; set; }

    /// <summary>Who came this year.</summary>
    public required Variable ArrivedThisYear { get; init; }

    /// <summary>Who came this year, less who was seen: those who left, and the growth of the list.</summary>
    public required Variable NotSeenThisYear { get; init; }

    /// <summary>Share of those who came this year who were not seen; 0 where as many were seen as came.</summary>
    public Value NotSeen => Value.ShareOf(Value.Max(NotSeenThisYear.Now, 0.0), ArrivedThisYear.Now);

    /// <summary>Budget or forecast of the year.</summary>
    public Value Budget { get; set; }

    /// <summary>Physical capacity of this step, or places.</summary>
    public Value CapacityInForce { get; set; }

    /// <summary>What the rules of its fund give it in the year; the budget is more where the notice of an earlier sum still runs.</summary>
    public Value Given { get; set; }

    /// <summary>What is left in this step of what the rules give in the year, once brake and section 114 notice have cut it.</summary>
    public Value Sum { get; set; }

    /// <summary>What the budget gives in this step.</summary>
    public Value StepBudget { get; set; }

    /// <summary>Multiplier of the service's stay.</summary>
    public Value StayMultiplier { get; set; }

    /// <summary>Units of capacity and cost that a contact takes.</summary>
    public Value UnitsPerContact { get; set; }

    /// <summary>People in places whose stay ends in this step.</summary>
    public Value Ends { get; set; }

    /// <summary>People in places who stay on in this step.</summary>
    public Value StayingOn { get; set; }

    /// <summary>Need-led demand.</summary>
    public Value NeedLed { get; set; }

    /// <summary>Referrals that arrived.</summary>
    public Value Referred { get; set; }

    /// <summary>Failure demand that arrived.</summary>
    public Value FailureDemand { get; set; }

    /// <summary>Diversions that arrived.</summary>
    public Value Diverted { get; set; }

    /// <summary>Who gave up waiting.</summary>
    public Value Reneged { get; set; }

    /// <summary>Who of the waiting list waits on.</summary>
    public Value WaitingOn { get; set; }

    /// <summary>Who came in this step.</summary>
    public Value Arrived { get; set; }

    /// <summary>What was asked: by those who came and by those who wait on.</summary>
    public Value Asked { get; set; }

    /// <summary>What is wanted after all limits so far.</summary>
    public Value Want { get; set; }

    /// <summary>What was delivered.</summary>
    public Value Delivered { get; set; }

    /// <summary>Asked less delivered.</summary>
    public Value Unmet { get; set; }

    /// <summary>Who waits for the next step.</summary>
    public Value Waits { get; set; }

    /// <summary>Who left.</summary>
    public Value Left { get; set; }

    /// <summary>Delivered times the multiplier of the failure share.</summary>
    public Value Failing { get; set; }

    /// <summary>Activity: contacts, bed-days or people in places.</summary>
    public Value Activity { get; set; }

    /// <summary>What was paid.</summary>
    public Value Payment { get; set; }

    /// <summary>What users were charged this year for use; null where they are not.</summary>
    public required Variable? ForUseThisYear { get; init; }

    /// <summary>What users have been charged this year for use so far; zero where they are not.</summary>
    public Value ForUseNow(EquationSet set) => ForUseThisYear?.Now ?? set.Zero;

    /// <summary>The least budget of the year: what is stated, and what the contract owes whatever is done.</summary>
    public Value Floor(PlanValues values)
    {
        var stated = plan.Floor is { } least ? values.ByYear(least) : values.Set.Zero;
        return Contract.Owed.Is(0.0) ? stated : Value.Max(stated, Contract.Owed);
    }

    /// <summary>The waiting list as the step found it.</summary>
    public Value OpeningList(EquationSet set) => Waiting?.Now ?? set.Zero;
}
