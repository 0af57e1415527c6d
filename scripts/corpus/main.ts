import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ifMain } from '../main.ts';
import { ROOT } from '../paths.ts';
import { type Entry, exists, layOut, listEntries, listPictures, type Picture } from './corpus-files.ts';
import { readWorkspace } from './read-workspace.ts';
import { missList, report, type Result, wantedOf } from './report.ts';
import { scoreDiagram } from './score-diagram.ts';
import { scoreDocument } from './score-document.ts';

/** A registry with a schema of its own, which is no format that the product has to read. */
const NOT_REQUIRED: ReadonlySet<string> = new Set(['cousingary__governator']);

/** Compares what the product reads of labelled documents with their labels, and prints how much of it is right. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      dir: { type: 'string', default: join(ROOT, '..', 'shared', 'corpus') },
      only: { type: 'string', default: '' },
      misses: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const corpus = resolve(values.dir);
  if (!(await exists(corpus))) {
    console.log(`Skipped: there are no labelled documents in ${corpus}.`);
    return;
  }
  const all = await listEntries(corpus);
  const entries = all.filter(({ name }) => name.includes(values.only));
  const pictures = await listPictures(all);
  const results: Result[] = [];
  for (const entry of entries) results.push(await examine(entry, pictures));
  if (values.json) console.log(JSON.stringify({ results, wanted: wantedOf(results) }, null, 2));
  else console.log([...(values.misses ? [missList(results)] : []), report(results)].join('\n\n'));
}

async function examine(entry: Entry, pictures: readonly Picture[]): Promise<Result> {
  const scratch = await mkdtemp(join(tmpdir(), 'warrant-corpus-'));
  try {
    const reading = await readWorkspace(await layOut(entry, pictures, scratch));
    const { name, kind, labels } = entry;
    const leftOut = NOT_REQUIRED.has(name);
    const score = kind === 'diagrams' ? scoreDiagram(labels, reading) : scoreDocument(labels, reading);
    const nothing = reading.nodes.length === 0;
    const why = nothing ? `not read: ${reading.messages[0] ?? 'nothing is said of it'}` : undefined;
    const note = leftOut ? `not a required format; ${why ?? `${reading.nodes.length} nodes read`}` : why;
    return { name, kind, score, leftOut, ...(note === undefined ? {} : { note }) };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

await ifMain(import.meta.url, main);
