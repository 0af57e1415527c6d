import ELK from 'elkjs/lib/elk-api.js';
import type { LayoutEngine } from '../layout/layout.ts';

/**
 * The layout engine in a worker, so that the page stays quick. A page of VS Code may start workers from its own memory only, so that the
 * program is fetched first; that begins at once.
 *
 * @param address of the engine's program, a resource of the extension
 */
export function createEngine(address: string): LayoutEngine {
  const engine = start(address);
  // Whoever asks for a layout is told what went wrong.
  engine.catch(() => {});
  return async (graph) => (await engine).layout(graph);
}

async function start(address: string): Promise<InstanceType<typeof ELK>> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The layout engine could not be loaded (${response.status}).`);
  const program = URL.createObjectURL(new Blob([await response.text()], { type: 'text/javascript' }));
  const worker = new Worker(program);
  return new ELK({ workerFactory: () => worker });
}
