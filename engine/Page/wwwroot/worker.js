// An engine at work, as the page sees it: questions go in, answers come out as promises.
import { Unreachable } from './unreachable.js';

export class Engine {
  #worker;
  #waiting = new Map();
  #number = 0;
  #books = null;

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
        data.isUnreachable ? reject(new Unreachable())
          : data.fault === undefined ? resolve(data.answer)
          : reject(new Error(data.fault));
      }
    };
    // A worker whose own files cannot be had says nothing else.
    this.#worker.onerror = event => this.#fail(event.message ? new Error(event.message) : new Unreachable());
  }

  /** Asks the engine. @returns {Promise<string>} */
  ask(question, ...given) {
    return new Promise((resolve, reject) => {
      this.#waiting.set(++this.#number, { resolve, reject });
      this.#worker.postMessage({ number: this.#number, ask: question, with: given });
    });
  }

  /** Lets the engine read and write workbooks: what that takes is large, and comes only when it is asked for. */
  async takeBooks() {
    this.#books ??= this.#loadBooks();
    try {
      await this.#books;
    } catch (fault) {
      this.#books = null;
      throw fault;
    }
  }

  /** Fetches what workbooks take, so that the browser keeps it for when there is no network. */
  async keepBooks() {
    await Promise.all((await this.ask('Later')).map(part));
  }

  /** Ends it, whatever it is doing. What was asked is never answered. */
  end() {
    this.#worker.terminate();
    this.#waiting.clear();
  }

  // The engine's own worker asks the network for nothing once it has started: the page fetches for it.
  async #loadBooks() {
    for (const bytes of await Promise.all((await this.ask('Later')).map(part))) {
      await this.ask('Load', bytes);
    }
  }

  #fail(fault) {
    for (const { reject } of this.#waiting.values()) {
      reject(fault);
    }
    this.#waiting.clear();
  }
}

/** The bytes of a part of the engine. */
async function part(name) {
  try {
    const answer = await fetch(`_framework/${name}`);
    if (answer.ok) {
      return new Uint8Array(await answer.arrayBuffer());
    }
  } catch {
    // Told below, as for an answer that is none.
  }
  throw new Unreachable();
}
