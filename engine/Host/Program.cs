using SystemSim.Host;

if (LastWords.AreDue)
{
    return LastWords.Say();
}

try
{
    return await Session.Run(args);
}
catch (Exception ending) when (LastWords.Follow(ending))
{
    return LastWords.Say();
}
