import type { EvidenceLink, NodeReference } from '../model/case.ts';
import { fileOf } from '../model/file-of.ts';
import { push } from '../model/multimap.ts';
import { joinPath } from '../model/paths.ts';
import { type Position, type Range, contains } from '../model/text.ts';
import type { Target } from '../model/verdict.ts';
import type { JudgedCase, JudgedLink, JudgedNode, Snapshot } from '../project/snapshot.ts';

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

/** Makes the tables for a snapshot, each when it is first asked for. */
export function createLookup(snapshot: Snapshot): Lookup {
  const byKey = new Map(snapshot.cases.map((one) => [one.key, one]));
  let supports: SupportTable | undefined;
  let byFile: Map<string, JudgedCase[]> | undefined;
  const casesIn = (file: string): readonly JudgedCase[] => {
    byFile ??= groupByFile(snapshot);
    return byFile.get(file) ?? [];
  };
  return {
    snapshot,
    caseOf: (key) => byKey.get(key),
    casesIn,
    supportsOf(file) {
      supports ??= buildSupports(snapshot);
      const direct = supports.files.get(file) ?? [];
      return [
        ...direct,
        ...supports.folders.filter(({ folder }) => file.startsWith(`${folder}/`)).map((one) => one.support),
      ];
    },
    spotAt(file, position) {
      for (const one of casesIn(file)) {
        const spot = spotIn(one, file, position);
        if (spot) return spot;
      }
      return undefined;
    },
    nodeAround(file, position) {
      for (const one of casesIn(file)) {
        const node = innermost(one, file, position);
        if (node) return { case: one, node };
      }
      return undefined;
    },
  };
}

function groupByFile({ cases }: Snapshot): Map<string, JudgedCase[]> {
  const byFile = new Map<string, JudgedCase[]>();
  for (const one of cases) for (const file of one.files) push(byFile, file, one);
  return byFile;
}

interface SupportTable {
  readonly files: ReadonlyMap<string, readonly Support[]>;
  readonly folders: readonly { readonly folder: string; readonly support: Support }[];
}

function buildSupports({ cases }: Snapshot): SupportTable {
  const files = new Map<string, Support[]>();
  const folders: { folder: string; support: Support }[] = [];
  for (const one of cases) {
    for (const judged of one.links.values()) {
      const node = supportedNode(one, judged.link);
      if (!node) continue;
      for (const target of judged.verdict.targets) {
        const support = { case: one, judged, target, node };
        const file = joinPath(one.subject.root, target.path);
        if (target.endLine === 0 && target.startLine === 0) folders.push({ folder: file, support });
        else push(files, file, support);
      }
    }
  }
  return { files, folders };
}

/** The node that a link's evidence is for. */
export function supportedNode(one: JudgedCase, link: EvidenceLink): JudgedNode | undefined {
  return one.nodes.get(link.parent);
}

function spotIn(one: JudgedCase, file: string, position: Position): Spot | undefined {
  const covers = (part: { readonly file?: string }, range: Range): boolean =>
    fileOf(one, part) === file && contains(range, position);
  const link = one.case.evidence.find((each) => covers(each, each.range));
  const judged = link && one.links.get(link.key);
  if (link && judged) {
    const node = supportedNode(one, link);
    return { case: one, judged, ...(node ? { node } : {}), range: link.range };
  }
  const reference = one.case.references.find((each) => covers(each, each.range));
  if (reference) return { case: one, reference, range: reference.range };
  const node = one.case.nodes.find((each) => covers(each, each.idRange));
  const found = node && one.nodes.get(node.key);
  return found ? { case: one, node: found, range: found.node.idRange } : undefined;
}

function innermost(one: JudgedCase, file: string, position: Position): JudgedNode | undefined {
  let best: JudgedNode | undefined;
  for (const candidate of one.nodes.values()) {
    const { range } = candidate.node;
    if (fileOf(one, candidate.node) !== file || !contains(range, position)) continue;
    if (!best || contains(best.node.range, range.start)) best = candidate;
  }
  return best;
}
