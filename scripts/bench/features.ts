import { join } from 'node:path';
import { LineIndex } from '../../src/model/text.ts';
import type { Snapshot } from '../../src/project/snapshot.ts';
import { codeLenses } from '../../src/service/code-lens.ts';
import { complete } from '../../src/service/completion/complete.ts';
import { documentSymbols } from '../../src/service/document-symbols.ts';
import { claimHover } from '../../src/service/hover.ts';
import { inlayHints } from '../../src/service/inlay-hints.ts';
import { createLookup } from '../../src/service/lookup.ts';
import { definition, references } from '../../src/service/navigation.ts';
import { treeChildren } from '../../src/service/tree.ts';
import { workspaceSymbols } from '../../src/service/workspace-symbols.ts';
import { claimText, distinctPaths } from './check.ts';
import { makeRepository } from './make-repository.ts';
import { inTurns } from './measure.ts';
import { seededRandom } from './random.ts';
import type { Measured } from './report.ts';
import { LINKS_PER_CLAIM, shapeFor } from './shape.ts';
import { openWarm, parse } from './warm.ts';
import { openWideTree } from './wide-tree.ts';

const CLAIMS_PER_FILE = 50;

/** What editors ask for while somebody reads and types, each at another place of another file every time. */
export async function measureFeatures(links: number, rounds: number): Promise<Measured[]> {
  const made = await makeRepository(shapeFor(links, { claimsPerFile: CLAIMS_PER_FILE }));
  const project = await openWarm(made);
  const claims = Math.round(links / LINKS_PER_CLAIM);
  const wide = await openWideTree(claims);
  try {
    const snapshot: Snapshot = await project.recheck();
    const random = seededRandom(2);
    const now = new Date();
    const paths = distinctPaths(made);
    const files = made.claims.map((_, i) => claimText(made, i));
    const lookup = createLookup(snapshot);
    const subject = project.knownSubjects[0];
    const ports = { subjectAt: () => subject, subjectAround: () => subject, snippets: true };
    const timed = async (ask: () => unknown): Promise<number> => {
      const start = performance.now();
      await ask();
      return performance.now() - start;
    };
    /** A place in one of the files, behind the last character of what is looked for. */
    const somewhere = (what: RegExp) => {
      const { file, text } = random.pick(files);
      const found = random.pick([...text.matchAll(what)]);
      const offset = found.index + found[0].length;
      return { file, text, offset, position: new LineIndex(text).position(offset) };
    };
    const typing = (typed: string) => {
      const { file, text, offset } = somewhere(/(?<=\n) {12}evidence:\n/g);
      const written = text.slice(0, offset) + typed + text.slice(offset);
      const position = new LineIndex(written).position(offset + typed.length);
      return () => complete({ ...ports, lookup }, file, written, position);
    };
    const asks: Record<string, () => Promise<number>> = {
      'reading one of the files': () => {
        const { file, text } = random.pick(files);
        return Promise.resolve(parse(file, text));
      },
      hover: () => {
        const { file, position } = somewhere(/- src\/\S+/g);
        return timed(() => claimHover(lookup, file, position, now));
      },
      definition: () => {
        const { file, position } = somewhere(/- src\/\S+/g);
        return timed(() => definition(lookup, file, position));
      },
      CodeLens: () => {
        const file = join(made.root, random.pick(paths));
        return timed(() => codeLenses(lookup, file, now));
      },
      'CodeLens, the first after a keystroke': () => {
        const fresh = createLookup(snapshot);
        const file = join(made.root, random.pick(paths));
        return timed(() => codeLenses(fresh, file, now));
      },
      'completion of a path': () => timed(typing('              - src/')),
      'completion of a key': () => timed(typing('              - at: x\n                w')),
      'completion of an id, with all other cases': () =>
        timed(typing('              []\n            supportedBy: [')),
      'inlay hints of a file': () => {
        const { file, text } = random.pick(files);
        const all = { start: { line: 0, character: 0 }, end: { line: 100_000, character: 0 } };
        return timed(() => inlayHints(lookup, file, all, new LineIndex(text), now));
      },
      'outline of a file': () => {
        const { file } = random.pick(files);
        return timed(() => documentSymbols(lookup, file));
      },
      'unfolding the tree': () => {
        const cases = treeChildren(lookup, undefined, now);
        return timed(() => treeChildren(lookup, random.pick(cases).key, now));
      },
      [`unfolding a claim of the tree that has ${claims} below it`]: () => Promise.resolve(wide.unfold()),
      'the top of the tree': () => timed(() => treeChildren(lookup, undefined, now)),
      'references to evidence': () => {
        const { file, position } = somewhere(/- src\/\S+/g);
        return timed(() => references(lookup, file, position, false));
      },
      'workspace symbols': () => timed(() => workspaceSymbols(lookup, 'importer')),
    };
    // The first rounds have the program compiled.
    await inTurns(5, asks);
    const medians = await inTurns(rounds, asks);
    const reading = medians['reading one of the files']!;
    return Object.entries(medians).map(([what, time]): Measured => {
      const most = TARGETS.find(([pattern]) => pattern.test(what))?.[1];
      return {
        what,
        ratio: time,
        unit: 'ms',
        ...(most !== undefined && { target: { kind: 'at most', value: most } }),
        details: `${(time / reading).toFixed(2)} times reading one of ${files.length} files of ${CLAIMS_PER_FILE} claims`,
      };
    });
  } finally {
    project.dispose();
    wide.close();
    made.remove();
  }
}

/** What feels like at once, in milliseconds. */
const TARGETS: readonly (readonly [RegExp, number])[] = [
  [/^(?:hover|definition|CodeLens$)/, 10],
  [/^completion|tree/, 50],
];
