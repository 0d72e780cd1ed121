namespace SystemSim.Reading;

/// <summary>A change that an override makes to a number.</summary>
/// <param name="Multiplies">Whether the number is multiplied, rather than added to.</param>
/// <param name="By">Factor, or amount in <paramref name="Unit"/>.</param>
/// <param name="Unit">Unit of the amount; empty for that of the number.</param>
/// <param name="Said">The change in words: <c>less 1.5 points</c>.</param>
internal readonly record struct WrittenChange(bool Multiplies, double By, string Unit, string Said);
