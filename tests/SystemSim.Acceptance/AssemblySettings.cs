using NUnit.Framework;

// Every test calls the program in a folder of its own.
[assembly: Parallelizable(ParallelScope.All)]
