namespace SystemSim.Lanes;

/// <summary>One operation on rows of lane memory.</summary>
/// <param name="Operation">What it does.</param>
/// <param name="Result">Row that receives the result.</param>
/// <param name="A">First operand's row; for a table its number, for a choice or a history the first row.</param>
/// <param name="B">Second operand's row; for a history or a choice its length.</param>
/// <param name="C">Third operand's row; for a history how many steps ago.</param>
/// <param name="D">Fourth operand's row.</param>
public readonly record struct Instruction(Operation Operation, int Result, int A, int B, int C, int D);
