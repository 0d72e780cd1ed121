using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>One item of <c>expect</c>.</summary>
/// <param name="Expectation">What is expected; null when a table holds it.</param>
/// <param name="Table">Name of the table, as written; null when there is none.</param>
/// <param name="Within">Largest difference from the rows of the table.</param>
internal sealed record ReadExpectation(Expectation? Expectation, Scalar? Table, double Within);
