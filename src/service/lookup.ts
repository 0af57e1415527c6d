import type { EvidenceLink, NodeReference } from '../model/case.ts';
import { push } from '../model/multimap.ts';
import { pathBelow } from '../model/paths.ts';
import { type Position, type Range, contains } from '../model/text.ts';
import type { Target } from '../model/verdict.ts';
import type { JudgedCase, JudgedLink, JudgedNode, Snapshot } from '../project/snapshot.ts';
import { type FileParts, type Written, partsOfFile } from './file-parts.ts';

/** A link seen from the file that is its evidence. */
export interface Support {
  readonly case: JudgedCase;
  readonly judged: JudgedLink;
  readonly target: Target;
  /** The node the evidence is for: the evidence node's parent, or the one the link hangs under. */
  readonly node: JudgedNode;
}

/** What stands at a place of a claim file. */
export interface Spot {
  readonly case: JudgedCase;
  readonly node?: JudgedNode;
  readonly judged?: JudgedLink;
  readonly reference?: NodeReference;
  /** What to mark in the editor. */
  readonly range: Range;
}

/** Answers where things are, from one snapshot. */
export interface Lookup {
  readonly snapshot: Snapshot;
  caseOf(key: string): JudgedCase | undefined;
  /** The cases that are written in a file, as a whole or in part. `file` is absolute. */
  casesIn(file: string): readonly JudgedCase[];
  /** What is written in a claim file. `file` is absolute. */
  partsIn(file: string): FileParts;
  /** The links that a file is evidence of, itself or in a folder. `file` is absolute. */
  supportsOf(file: string): readonly Support[];
  /** The locator, reference or id at a place; undefined between them. */
  spotAt(file: string, position: Position): Spot | undefined;
  /** The innermost node whose text covers a place. */
  nodeAround(
    file: string,
    position: Position,
  ): { readonly case: JudgedCase; readonly node: JudgedNode } | undefined;
}

/** How often what leads to a file is looked for among all links before a table of them is made, which costs more and is thrown away at the next keystroke. */
const MOST_SCANS = 3;

/** Makes the tables for a snapshot, each when it is first asked for. */
export function createLookup(snapshot: Snapshot): Lookup {
  const byKey = new Map(snapshot.cases.map((one) => [one.key, one]));
  let supports: Map<string, Targets> | undefined;
  let scans = 0;
  let byFile: Map<string, JudgedCase[]> | undefined;
  const parts = new Map<string, FileParts>();
  const casesIn = (file: string): readonly JudgedCase[] => {
    byFile ??= groupByFile(snapshot);
    return byFile.get(file) ?? [];
  };
  const partsIn = (file: string): FileParts => {
    const known = parts.get(file) ?? partsOfFile(casesIn(file), file);
    parts.set(file, known);
    return known;
  };
  return {
    snapshot,
    caseOf: (key) => byKey.get(key),
    casesIn,
    partsIn,
    supportsOf(file) {
      if (!supports && ++scans > MOST_SCANS) supports = buildSupports(snapshot);
      const found = supports ? lookUp(supports, file) : scan(snapshot, file);
      return found.flatMap(({ case: one, judged, target }) => {
        const node = supportedNode(one, judged.link);
        return node ? [{ case: one, judged, target, node }] : [];
      });
    },
    spotAt(file, position) {
      const written = partsIn(file)
        .onLine(position.line)
        .find(({ range }) => contains(range, position));
      return written && spotOf(written);
    },
    nodeAround(file, position) {
      return partsIn(file).around(position)[0];
    },
  };
}

function groupByFile({ cases }: Snapshot): Map<string, JudgedCase[]> {
  const byFile = new Map<string, JudgedCase[]>();
  for (const one of cases) for (const file of one.files) push(byFile, file, one);
  return byFile;
}

/** What leads into a subject, by the paths in it. */
interface Targets {
  readonly files: Map<string, Targeting[]>;
  readonly folders: Map<string, Targeting[]>;
}
type Targeting = Pick<Support, 'case' | 'judged' | 'target'>;

/** By the subject's root. */
function buildSupports({ cases }: Snapshot): Map<string, Targets> {
  const supports = new Map<string, Targets>();
  for (const one of cases) {
    const { root } = one.subject;
    const targets = supports.get(root) ?? { files: new Map(), folders: new Map() };
    supports.set(root, targets);
    for (const judged of one.links.values()) {
      for (const target of judged.verdict.targets) {
        push(isFolder(target) ? targets.folders : targets.files, target.path, { case: one, judged, target });
      }
    }
  }
  return supports;
}

function lookUp(supports: ReadonlyMap<string, Targets>, file: string): Targeting[] {
  return [...supports].flatMap(([root, { files, folders }]) => {
    const path = pathBelow(root, file);
    if (path === undefined) return [];
    return [...(files.get(path) ?? []), ...foldersAbove(path).flatMap((folder) => folders.get(folder) ?? [])];
  });
}

/** The same without a table. */
function scan({ cases }: Snapshot, file: string): Targeting[] {
  const direct: Targeting[] = [];
  const inFolders: Targeting[] = [];
  for (const one of cases) {
    const path = pathBelow(one.subject.root, file);
    if (path === undefined) continue;
    for (const judged of one.links.values()) {
      for (const target of judged.verdict.targets) {
        if (isFolder(target)) {
          if (pathBelow(target.path, path) !== undefined) inFolders.push({ case: one, judged, target });
        } else if (target.path === path) direct.push({ case: one, judged, target });
      }
    }
  }
  return [...direct, ...inFolders];
}

function isFolder({ startLine, endLine }: Target): boolean {
  return startLine === 0 && endLine === 0;
}

/** The node that a link's evidence is for. */
export function supportedNode(one: JudgedCase, link: EvidenceLink): JudgedNode | undefined {
  return one.nodes.get(link.parent);
}

function spotOf(written: Written): Spot {
  const { range } = written;
  switch (written.is) {
    case 'link': {
      const node = supportedNode(written.case, written.judged.link);
      return { case: written.case, judged: written.judged, ...(node ? { node } : {}), range };
    }
    case 'reference':
      return { case: written.case, reference: written.reference, range };
    case 'node':
      return { case: written.case, node: written.node, range };
  }
}

/** The folders that a path lies in, the root first. */
function foldersAbove(path: string): string[] {
  const folders = [''];
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) folders.push(path.slice(0, at));
  return folders;
}
