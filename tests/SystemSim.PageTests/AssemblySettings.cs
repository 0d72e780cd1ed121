using NUnit.Framework;

// One browser at a time: each works as hard as the machine can.
[assembly: NonParallelizable]
