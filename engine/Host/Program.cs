using SystemSim.Host;

try
{
    return await Session.Run(args);
}
catch (Exception ending) when (LastWords.Follow(ending))
{
    return LastWords.Say();
}
