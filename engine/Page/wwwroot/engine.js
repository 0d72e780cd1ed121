// The engine, in a worker of its own: it answers one question after the other, and tells on the way what it is doing.
import { dotnet } from './_framework/dotnet.js';
import { offerModules } from './modules.js';

const screens = ['answer', 'options', 'why', 'evidence'];
let engine;

const ready = (async () => {
  const runtime = await dotnet.create();
  const { Engine, BrowserModules } = (await runtime.getAssemblyExports('SystemSim.Page.dll')).SystemSim.Page;
  runtime.setModuleImports('page', { tell });
  offerModules(runtime, BrowserModules.Apply);
  const later = (runtime.getConfig().resources.lazyAssembly ?? []).map(({ name }) => name);
  engine = { ...Engine, Later: () => later };
  // All that is needed at first has come: from here on nothing in this worker can ask the network for anything.
  for (const way of ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'importScripts']) {
    Object.defineProperty(self, way, { value: undefined });
  }
})();

function tell(stage, share) {
  if (stage === 'known') {
    showAll();
  } else {
    postMessage({ stage, share });
  }
}

/** Posts all screens that know more than before: the page then need not ask while the next stage is worked out. */
function showAll() {
  postMessage({ screens: Object.fromEntries(screens.map(name => [name, engine.Screen(name, '')])) });
}

onmessage = async ({ data: { number, ask, with: given } }) => {
  try {
    await ready;
  } catch {
    postMessage({ number, isUnreachable: true });
    return;
  }
  try {
    const answer = await engine[ask](...given);
    if (ask === 'Whole' && answer === '') {
      showAll();
    }
    postMessage({ number, answer });
  } catch (fault) {
    postMessage({ number, fault: String(fault?.message ?? fault) });
  }
};
