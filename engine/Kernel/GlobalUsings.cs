global using SystemSim.Lanes;
