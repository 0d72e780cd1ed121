// The engine, in a worker of its own: it answers one question after the other, and tells on the way what it is doing.
import { dotnet } from './_framework/dotnet.js';

const screens = ['answer', 'options', 'why', 'evidence'];
let engine;

const ready = (async () => {
  const { setModuleImports, getAssemblyExports, Module } = await dotnet.create();
  setModuleImports('page', { tell, ...modules(Module.wasmExports.memory) });
  engine = (await getAssemblyExports('SystemSim.Page.dll')).SystemSim.Page.Engine;
  // All that is needed has come: from here on nothing in this worker can ask the network for anything.
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

/** Programs that the engine writes as WebAssembly modules: they stand beside it, in its own memory. */
function modules(memory) {
  const instances = new Map();
  let last = 0;
  const lanes = { memory, apply: (operation, a, b, c) => engine.Apply(operation, a, b, c) };
  return {
    instantiate: bytes => {
      instances.set(++last, new WebAssembly.Instance(new WebAssembly.Module(bytes), { lanes }).exports);
      return last;
    },
    run: (module, section, rows, numbers, time) => instances.get(module)[section](rows, numbers, time),
    drop: module => instances.delete(module),
  };
}

/** Posts all screens that know more than before: the page then need not ask while the next stage is worked out. */
function showAll() {
  postMessage({ screens: Object.fromEntries(screens.map(name => [name, engine.Screen(name, '')])) });
}

onmessage = async ({ data: { number, ask, with: given } }) => {
  try {
    await ready;
    const answer = await engine[ask](...given);
    if (ask === 'Whole' && answer === '') {
      showAll();
    }
    postMessage({ number, answer });
  } catch (fault) {
    postMessage({ number, fault: String(fault?.message ?? fault) });
  }
};
