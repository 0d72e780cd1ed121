global using SystemSim.Lanes;
global using SystemSim.Model.Kinds;
