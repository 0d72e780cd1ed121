namespace SystemSim.Reporting;

/// <summary>A folder must not be made where something else stands.</summary>
/// <param name="message">What stands there, and what to do; whole sentences.</param>
public sealed class FolderRefusedException(string message) : IOException(message);
