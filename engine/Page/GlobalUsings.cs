global using System.Collections.Immutable;
using System.Runtime.Versioning;

[assembly: SupportedOSPlatform("browser")]
