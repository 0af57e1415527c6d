import { fileURLToPath } from 'node:url';
import type { DemoCommit } from './history.ts';

/** A demo workspace: sources with a history. */
export interface Demo {
  /** The name of its folder in `examples/`. */
  readonly name: string;
  /** Oldest first. The last of them leaves exactly what lies in `examples/`. */
  readonly history: readonly DemoCommit[];
  /** The folder of its patches; ends with `/`. */
  readonly changes: URL;
  /** The patch that is applied after the last commit and not committed. */
  readonly uncommitted?: string;
}

/** Where the sources of a demo lie, as its last commit leaves them. */
export function sourcesOf({ name }: Demo): string {
  return fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));
}
