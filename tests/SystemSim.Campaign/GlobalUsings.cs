global using SystemSim.Model.Kinds;
