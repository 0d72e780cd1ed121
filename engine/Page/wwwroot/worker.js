// An engine at work, as the page sees it: questions go in, answers come out as promises.
export class Engine {
  #worker;
  #waiting = new Map();
  #number = 0;

  /** @param {{ onStage?: (stage: string, share: number) => void, onScreens?: (screens: object) => void }} told */
  constructor(told = {}) {
    this.#worker = new Worker('engine.js', { type: 'module' });
    this.#worker.onmessage = ({ data }) => {
      if (data.stage) {
        told.onStage?.(data.stage, data.share);
      } else if (data.screens) {
        told.onScreens?.(data.screens);
      } else {
        const { resolve, reject } = this.#waiting.get(data.number);
        this.#waiting.delete(data.number);
        data.fault === undefined ? resolve(data.answer) : reject(new Error(data.fault));
      }
    };
    this.#worker.onerror = event => this.#fail(new Error(event.message || 'The engine could not be loaded.'));
  }

  /** Asks the engine. @returns {Promise<string>} */
  ask(question, ...given) {
    return new Promise((resolve, reject) => {
      this.#waiting.set(++this.#number, { resolve, reject });
      this.#worker.postMessage({ number: this.#number, ask: question, with: given });
    });
  }

  /** Ends it, whatever it is doing. What was asked is never answered. */
  end() {
    this.#worker.terminate();
    this.#waiting.clear();
  }

  #fail(fault) {
    for (const { reject } of this.#waiting.values()) {
      reject(fault);
    }
    this.#waiting.clear();
  }
}
