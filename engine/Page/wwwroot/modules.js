// Programs as WebAssembly modules, over the memory in which the engine itself stands.

/**
 * Lets the engine instantiate modules. What a module exports goes into the engine's own table of functions, so that the engine calls it
 * without a way through here.
 * @param runtime what `dotnet.create()` gave
 * @param apply the engine's own arithmetic, for what a module has not got
 */
export function offerModules(runtime, apply) {
  const { memory, __indirect_function_table: functions } = runtime.Module.wasmExports;
  const free = [];
  runtime.setModuleImports('modules', {
    instantiate(bytes) {
      const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { lanes: { memory, apply } });
      const places = [];
      for (const [section, run] of Object.entries(exports)) {
        places[section] = free.pop() ?? functions.grow(1);
        functions.set(places[section], run);
      }
      return Array.from(places, place => place ?? 0);
    },
    release(places) {
      for (const place of places.filter(place => place > 0)) {
        functions.set(place, null);
        free.push(place);
      }
    },
  });
}
