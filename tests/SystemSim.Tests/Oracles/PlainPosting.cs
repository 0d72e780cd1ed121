namespace SystemSim.Tests;

/// <summary>One movement of money within a year.</summary>
/// <param name="Step">Step within the year; null for what moves once a year.</param>
/// <param name="Kind">As section 10 names it.</param>
/// <param name="From">Account that pays.</param>
/// <param name="To">Account that is paid.</param>
/// <param name="Service">Service it is for; null for none.</param>
/// <param name="Amount">GBP; negative when it moves the other way.</param>
internal sealed record PlainPosting(int? Step, string Kind, string From, string To, string? Service, double Amount);
