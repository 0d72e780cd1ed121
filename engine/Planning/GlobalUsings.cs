global using System.Collections.Immutable;
global using SystemSim.Model.Kinds;
