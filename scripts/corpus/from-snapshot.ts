import type { FileIndex } from '../../src/evidence/file-index.ts';
import { fileOf } from '../../src/model/file-of.ts';
import type { CaseNode, EvidenceLink } from '../../src/model/case.ts';
import { folderOf, pathBelow } from '../../src/model/paths.ts';
import { LineIndex, type Range } from '../../src/model/text.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { findPicture } from '../../src/project/claim-files/picture-path.ts';
import type { JudgedCase, Snapshot } from '../../src/project/snapshot.ts';
import type { ReadLink, ReadNode, Reading } from './reading.ts';

export interface Surroundings {
  /** The documents' texts, by absolute path. */
  readonly texts: ReadonlyMap<string, string>;
  /** What the labels call a file. */
  readonly nameOf: (file: string) => string;
  /** The root of the repository that holds the documents, and its files. */
  readonly root: string;
  readonly index: FileIndex;
}

/** What a snapshot says, in the terms of the labels. A node or link that several cases share counts once. */
export function readingOf(snapshot: Snapshot, around: Surroundings): Reading {
  const nodes: ReadNode[] = [];
  const places = new Map<string, number>();
  const indexes = new Map<string, number>();
  for (const one of snapshot.cases) {
    const times = new Map<string, number>();
    for (const { node } of one.nodes.values()) {
      const read = readNode(one, node, around);
      const what = [read.file, read.lines[0], node.idRange.start.character, node.kind, node.id].join('\0');
      // The shapes of a packed diagram all lie at its beginning, and several may have the same id.
      const time = (times.get(what) ?? 0) + 1;
      times.set(what, time);
      const place = `${what}\0${time}`;
      const index = places.get(place) ?? nodes.push(read) - 1;
      places.set(place, index);
      indexes.set(`${one.key}\0${node.key}`, index);
    }
  }
  for (const one of snapshot.cases) addParents(one, nodes, indexes);
  const links = new Map<string, ReadLink>();
  for (const one of snapshot.cases) {
    for (const link of one.case.evidence) {
      const read = readLink(one, link, indexes, around);
      const { start } = link.range;
      const key = [read.file, start.line, start.character, link.locator].join('\0');
      if (!links.has(key) || links.get(key)!.outcome === 'none') links.set(key, read);
    }
  }
  return {
    nodes,
    links: [...links.values()],
    uses: snapshot.cases.flatMap((one) => usesOf(one, around)),
    messages: messagesOf(snapshot),
  };
}

function addParents(one: JudgedCase, nodes: ReadNode[], indexes: ReadonlyMap<string, number>): void {
  for (const [key, { parents }] of one.nodes) {
    const index = indexes.get(`${one.key}\0${key}`)!;
    const above = parents.flatMap((ref) => indexes.get(`${ref.caseKey}\0${ref.node}`) ?? []);
    const all = new Set([...nodes[index]!.parents, ...above]);
    all.delete(index);
    nodes[index] = { ...nodes[index]!, parents: [...all] };
  }
}

function readNode(one: JudgedCase, node: CaseNode, { nameOf }: Surroundings): ReadNode {
  const lines = [node.range, node.idRange, node.textRange].map(({ start }) => start.line + 1);
  const { id, derived, kind, text } = node;
  return {
    file: nameOf(fileOf(one, node)),
    lines: [...new Set(lines)],
    id,
    derived,
    kind,
    text,
    parents: [],
  };
}

function readLink(
  one: JudgedCase,
  link: EvidenceLink,
  indexes: ReadonlyMap<string, number>,
  around: Surroundings,
): ReadLink {
  const file = fileOf(one, link);
  const verdict = one.links.get(link.key)?.verdict;
  const hash = link.locator.indexOf('#');
  const indexOf = (key: string | undefined): number | undefined =>
    key === undefined ? undefined : indexes.get(`${one.key}\0${key}`);
  return {
    file: around.nameOf(file),
    startLine: link.range.start.line + 1,
    endLine: link.range.end.line + 1,
    token: textAt(around.texts.get(file) ?? '', link.range),
    locator: link.locator,
    fragment: hash < 0 ? undefined : link.locator.slice(hash + 1),
    cited: link.cited,
    parent: indexOf(link.parent),
    node: indexOf(link.node),
    outcome: outcomeOf(verdict),
    reason: verdict?.reason ?? '',
    resolved: verdict?.targets.map(({ path }) => path) ?? [],
  };
}

function outcomeOf(verdict: Verdict | undefined): ReadLink['outcome'] {
  if (!verdict) return 'none';
  if (verdict.reason === 'external') return 'external';
  if (verdict.state !== 'broken') return 'found';
  return ['missing', 'deleted', 'moved'].includes(verdict.reason) ? 'missing' : 'broken';
}

function usesOf(one: JudgedCase, { nameOf, root, index }: Surroundings): Reading['uses'] {
  const folder = pathBelow(root, folderOf(one.file)) ?? '';
  return one.case.uses.map((use) => {
    const found = findPicture(use.path, folder, index);
    const path = found.kind === 'elsewhere' ? use.path : found.path;
    return { file: nameOf(one.file), line: use.range.start.line + 1, path };
  });
}

function messagesOf({ findings }: Snapshot): string[] {
  return findings
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ message }) => message);
}

function textAt(text: string, range: Range): string {
  const index = new LineIndex(text);
  return text.slice(index.offset(range.start), index.offset(range.end));
}
