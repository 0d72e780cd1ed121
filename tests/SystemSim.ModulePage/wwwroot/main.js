// Starts the engine, in a browser or in Node.
import { dotnet } from './_framework/dotnet.js';
import { offerModules } from './modules.js';

const runtime = await dotnet.create();
const { Page, ModulePage } = (await runtime.getAssemblyExports('SystemSim.ModulePage.dll')).SystemSim;
offerModules(runtime, Page.BrowserModules.Apply);

export const page = ModulePage.Program;
