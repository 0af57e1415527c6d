import ELK from 'elkjs/lib/elk-api.js';
import { say } from '../../l10n/say.ts';
import type { LayoutEngine } from '../layout/layout.ts';

/** The layout engine, which can be told to give up. */
export interface Engine {
  readonly layOut: LayoutEngine;
  /** Ends what it does. Whoever waits for that waits for ever; the next layout is made by a new one. */
  restart(): void;
}

/**
 * The layout engine in a worker, so that the page stays quick. A page of VS Code may start workers from its own memory only, so that the
 * program is fetched first; that begins at once.
 *
 * @param address of the engine's program, a resource of the extension
 */
export function createEngine(address: string): Engine {
  const program = load(address);
  let worker = program.then((url) => new Worker(url));
  let engine = engineIn(worker);
  return {
    layOut: async (graph) => (await engine).layout(graph),
    restart() {
      void worker.then((old) => {
        old.terminate();
      });
      worker = program.then((url) => new Worker(url));
      engine = engineIn(worker);
    },
  };
}

function engineIn(worker: Promise<Worker>): Promise<InstanceType<typeof ELK>> {
  const engine = worker.then((made) => new ELK({ workerFactory: () => made }));
  // Whoever asks for a layout is told what went wrong.
  engine.catch(() => {});
  return engine;
}

/** @returns an address of the program that a worker may be made of */
async function load(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(say('The layout engine could not be loaded ({0}).', response.status));
  return URL.createObjectURL(new Blob([await response.text()], { type: 'text/javascript' }));
}
