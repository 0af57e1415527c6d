import { readFile } from 'node:fs/promises';
import { formatOf } from '../../src/formats/claim-files.ts';
import { createFileIndex } from '../../src/evidence/file-index.ts';
import { pathBelow } from '../../src/model/paths.ts';
import { nodeHost } from '../../src/node/host.ts';
import { Project } from '../../src/project/project.ts';
import { join } from 'node:path';
import { ROOT } from '../paths.ts';
import type { Workspace } from './corpus-files.ts';
import { readingOf } from './from-snapshot.ts';
import type { Reading } from './reading.ts';

const SILENT = { debug: (): void => {}, info: (): void => {}, warn: (): void => {} };

/** Reads and judges documents with the product, as `warrant check FILE…` does. */
export async function readWorkspace({ root, subject, paths, documents }: Workspace): Promise<Reading> {
  const host = nodeHost({ logger: SILENT, trusted: true, programFolder: join(ROOT, 'src', 'cli') });
  const [first, ...others] = documents.keys();
  // Of several documents, those that are no claim files by their names are reached from the first.
  const claimFiles = [first!, ...others.filter((file) => formatOf(file) !== undefined)];
  const project = new Project(host, {
    roots: [root],
    claimFiles,
    ...(subject ? { subject: { root: subject } } : {}),
  });
  try {
    const snapshot = await project.check();
    const texts = new Map<string, string>();
    for (const file of documents.keys()) texts.set(file, await readFile(file, 'utf8'));
    return readingOf(snapshot, {
      texts,
      nameOf: (file) => documents.get(file) ?? pathBelow(root, file) ?? file,
      root,
      index: createFileIndex(paths),
    });
  } finally {
    project.dispose();
  }
}
