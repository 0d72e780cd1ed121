namespace SystemSim.Reporting;

/// <summary>Where an answer turns: the value of one number, all others at central values, at which an option is no longer better.</summary>
/// <param name="Quantity">Name of the number.</param>
/// <param name="Central">Its central value, as it is written.</param>
/// <param name="Turns">The value at which the answer turns, as it is written.</param>
/// <param name="Chance">The chance that a draw of the number is beyond it; null where it is not drawn by itself.</param>
public sealed record TurningValue(string Quantity, string Central, string Turns, double? Chance = null);
