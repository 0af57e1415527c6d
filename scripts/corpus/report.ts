import { precision, recall } from './tally.ts';
import { type Miss, type Score, total } from './score.ts';
import { table } from './table.ts';
import { type Wanted, wantedNumbers } from './wanted.ts';

/** A document with its score. */
export interface Result {
  readonly name: string;
  readonly kind: 'documents' | 'diagrams';
  /** Said behind its row: why nothing was read, or that nothing had to be. */
  readonly note?: string;
  /** It does not count. */
  readonly leftOut: boolean;
  readonly score: Score;
}

/** The tables, the false alarms, and the wanted numbers. */
export function report(results: readonly Result[]): string {
  const documents = results.filter(({ kind }) => kind === 'documents');
  const diagrams = results.filter(({ kind }) => kind === 'diagrams');
  return [
    documents.length > 0 ? documentTable(documents) : undefined,
    diagrams.length > 0 ? diagramTable(diagrams) : undefined,
    falseMissing(results),
    wantedOf(results)
      .map(({ what, met, says }) => `${met ? 'met    ' : 'NOT MET'}  ${what}: ${says}`)
      .join('\n'),
  ]
    .filter((part) => part !== undefined)
    .join('\n\n');
}

/** Whether the numbers are met, over all that counts. */
export function wantedOf(results: readonly Result[]): Wanted[] {
  return wantedNumbers(totalOf(results, 'documents'), totalOf(results, 'diagrams'));
}

/** Each miss on a line: where, what is labelled, what was read. */
export function missList(results: readonly Result[]): string {
  return results
    .filter(({ leftOut }) => !leftOut)
    .flatMap(({ name, score }) =>
      score.misses.map(
        (miss) => `${place(name, miss)} ${miss.what}: labelled ${miss.labelled}; read ${miss.read}`,
      ),
    )
    .join('\n');
}

function totalOf(results: readonly Result[], kind: Result['kind']): Score {
  return total(results.flatMap((one) => (one.kind === kind && !one.leftOut ? [one.score] : [])));
}

function documentTable(results: readonly Result[]): string {
  const head = [
    'document',
    'nodes',
    'right',
    'recall',
    'precision',
    'parents',
    'right',
    'references',
    'right',
    'precision',
    'symbol lost',
    'symbol alone',
    'false missing',
    'cited',
    '',
  ];
  const row = (name: string, { nodes, parents, references, cited, ...score }: Score, note = ''): string[] => [
    name,
    `${nodes.labelled}`,
    `${nodes.right}`,
    recall(nodes),
    precision(nodes),
    `${parents.right}`,
    recall(parents),
    `${references.labelled}`,
    recall(references),
    precision(references),
    `${score.symbolsLost}`,
    `${score.symbolsAlone}`,
    `${score.falseMissing.length}`,
    recall(cited),
    note,
  ];
  const rows = results.map(({ name, score, note, leftOut }) =>
    leftOut ? [name, ...Array<string>(13).fill(''), note ?? ''] : row(name, score, note),
  );
  return table([head, ...rows, row('total', totalOf(results, 'documents'))]);
}

function diagramTable(results: readonly Result[]): string {
  const head = [
    'diagram',
    'nodes',
    'right',
    'recall',
    'precision',
    'edges',
    'right',
    'recall',
    'precision',
    'upwards',
    '',
  ];
  const row = (name: string, { nodes, edges, upwards }: Score, note = ''): string[] => [
    name,
    `${nodes.labelled}`,
    `${nodes.right}`,
    recall(nodes),
    precision(nodes),
    `${edges.labelled}`,
    `${edges.right}`,
    recall(edges),
    precision(edges),
    `${upwards}`,
    note,
  ];
  const rows = results.map(({ name, score, note }) => row(name, score, note));
  return table([head, ...rows, row('total', totalOf(results, 'diagrams'))]);
}

function falseMissing(results: readonly Result[]): string {
  const lines = results.flatMap(({ name, score, leftOut }) =>
    leftOut
      ? []
      : score.falseMissing.map(
          (miss) => `  ${place(name, miss)} labelled ${miss.labelled}; read ${miss.read}`,
        ),
  );
  return lines.length > 0 ? `False "missing":\n${lines.join('\n')}` : 'False "missing": none';
}

function place(name: string, { file, line }: Miss): string {
  return `${name}/${file}${line > 0 ? `:${line}` : ''}`;
}
