using SystemSim.Host;

return await Session.Run(args);
