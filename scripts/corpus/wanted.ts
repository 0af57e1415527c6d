import { percent, type Tally } from './tally.ts';
import type { Score } from './score.ts';

/** One number that the product is to reach. */
export interface Wanted {
  readonly what: string;
  readonly met: boolean;
  /** What was reached, and what is short of it. */
  readonly says: string;
}

/** Compares the sums with the wanted numbers. */
export function wantedNumbers(documents: Score, diagrams: Score): Wanted[] {
  return [
    share('kinds and ids of labelled nodes', documents.nodes, 95),
    share(
      'parents of labelled nodes',
      documents.parents,
      90,
      `${percent(documents.parents.right, documents.parents.read)} of those found`,
    ),
    share('references', documents.references, 97, symbolsApart(documents)),
    falseMissing(documents),
    share('nodes of diagrams', diagrams.nodes, 98),
    share('edges of diagrams', diagrams.edges, 95),
  ].flatMap((one) => one ?? []);
}

function share(what: string, { right, labelled }: Tally, wanted: number, more?: string): Wanted | undefined {
  if (labelled === 0) return undefined;
  const short = Math.ceil((wanted / 100) * labelled - 1e-9) - right;
  const reached = `${percent(right, labelled)} (${right} of ${labelled}${more ? `; ${more}` : ''})`;
  const distance = short > 0 ? `, short by ${short}` : `, ${-short} to spare`;
  return { what: `${what}: ${wanted}% wanted`, met: short <= 0, says: reached + distance };
}

/** Names of files lead to no symbol, and a link to the right file may be enough; so both are said. */
function symbolsApart({ references: { right, labelled }, symbolsAlone, symbolsLost }: Score): string {
  const judged = labelled - symbolsAlone;
  const without = `${percent(right, judged)} without the ${symbolsAlone} symbols that no path stands beside`;
  return `${without}, ${percent(right + symbolsLost, judged)} if the right file is enough for the others`;
}

function falseMissing({ falseMissing: { length } }: Score): Wanted {
  return { what: 'false "missing": none wanted', met: length === 0, says: `${length}` };
}
