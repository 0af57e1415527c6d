import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLookup, type Lookup } from '../../src/service/lookup.ts';
import { treeChildren } from '../../src/service/tree.ts';
import { openProject } from './warm.ts';

/** A claim with so many claims directly below it that a tree gathers them in groups. */
export interface WideTree {
  /** Unfolds the claim and the first group of those below it anew, as a tree does that remembers nothing; in milliseconds. */
  unfold(): number;
  close(): void;
}

/** @param count how many claims stand in the list */
export async function openWideTree(count: number): Promise<WideTree> {
  const root = mkdtempSync(join(tmpdir(), 'warrant-bench-'));
  const below = Array.from(
    { length: count },
    (_, i) => `      C${i + 1}: Part ${i + 1} of the system is safe.`,
  );
  const text = [
    'case: A wide case',
    'claims:',
    '  C0:',
    '    text: All is safe.',
    '    claims:',
    ...below,
    '',
  ];
  writeFileSync(join(root, 'wide.case.yaml'), text.join('\n'));
  const project = await openProject(root);
  const snapshot = await project.recheck();
  const now = new Date();
  const keyOf = (lookup: Lookup, parent?: string): string => treeChildren(lookup, parent, now)[0]!.key;
  const first = createLookup(snapshot);
  const claim = keyOf(first, keyOf(first));
  return {
    unfold() {
      const lookup = createLookup(snapshot);
      const start = performance.now();
      const groups = treeChildren(lookup, claim, now);
      const rows = treeChildren(lookup, groups[0]!.key, now);
      const time = performance.now() - start;
      const held = groups.length * rows.length;
      if (held !== count) throw new Error(`The tree has ${held} rows below the claim, not ${count}.`);
      return time;
    },
    close() {
      project.dispose();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
