import { assign } from './assign.ts';
import { labelFile } from './match-nodes.ts';
import type { Labels, ReferenceLabel } from './labels.ts';
import type { ReadLink, Reading } from './reading.ts';

/** How far below its path a symbol may stand in prose that is broken into lines. */
const NEAR = 1;

/**
 * `symbol-lost`: a link leads to the file, and does not say which symbol of it. `alone`: a symbol that no path stands beside, so that names of
 * files cannot lead to it.
 */
export type ReferenceOutcome = 'right' | 'wrong' | 'symbol-lost' | 'alone' | 'unsure';

/** Which link each reference is, by the index of its label. */
export function matchReferences(labels: Labels, { links }: Reading): Map<number, number> {
  const references = labels.references ?? [];
  const candidates = references.flatMap((label, left) =>
    links.flatMap((link, right) => {
      const weight = isOnLine(label, link, labels) ? likeness(label, link) : 0;
      return weight > 0 ? [{ left, right, weight }] : [];
    }),
  );
  const pairs = assign(candidates);
  const used = new Set(pairs.values());
  references.forEach((label, index) => {
    if (pairs.has(index) || label.symbol === null) return;
    const near = links.findIndex(
      (link, at) => !used.has(at) && isNear(label, link, labels) && carries(link, label.symbol!),
    );
    const shared = links.findIndex((link) => isNear(label, link, labels) && carries(link, label.symbol!));
    const found = near < 0 ? shared : near;
    if (found < 0) return;
    pairs.set(index, found);
    used.add(found);
  });
  return pairs;
}

/** What became of one reference. */
export function judgeReference(
  label: ReferenceLabel,
  link: ReadLink | undefined,
  labels: Labels,
  reading: Reading,
): ReferenceOutcome {
  switch (label.verdict) {
    case 'unsure':
      return 'unsure';
    case 'external':
    case 'not-a-path':
      return !link || link.outcome === 'none' || link.outcome === 'external' ? 'right' : 'wrong';
    case 'missing':
      return link?.outcome === 'missing' ? 'right' : 'wrong';
    case 'file':
    case 'directory':
    case 'glob':
    case 'symbol':
      return judgeFound(label, link, labels, reading);
  }
}

function judgeFound(
  label: ReferenceLabel,
  link: ReadLink | undefined,
  labels: Labels,
  reading: Reading,
): ReferenceOutcome {
  if (label.symbol !== null && !link) return judgeUnlinkedSymbol(label, labels, reading);
  const used = reading.uses.some(
    ({ file, line, path }) =>
      file === labelFile(label, labels) && line === label.line && label.resolved.includes(path),
  );
  if (used) return 'right';
  if (
    !link ||
    (link.outcome !== 'found' && link.reason !== 'symbol-missing' && link.reason !== 'range-outside')
  )
    return 'wrong';
  const wanted = label.resolved.map(withoutSlash);
  const same = link.resolved.length > 0 && link.resolved.every((path) => wanted.includes(withoutSlash(path)));
  if (!same) return 'wrong';
  return label.symbol === null || carries(link, label.symbol) ? 'right' : 'symbol-lost';
}

/** Whether the product says that something is not there that the label does not say is missing. */
export function isFalseMissing(label: ReferenceLabel | undefined, link: ReadLink): boolean {
  return link.outcome === 'missing' && label?.verdict !== 'missing' && label?.verdict !== 'unsure';
}

function isOnLine(label: ReferenceLabel, link: ReadLink, labels: Labels): boolean {
  return link.file === labelFile(label, labels) && link.startLine <= label.line && label.line <= link.endLine;
}

function isNear(label: ReferenceLabel, link: ReadLink, labels: Labels): boolean {
  return (
    link.file === labelFile(label, labels) &&
    link.startLine - NEAR <= label.line &&
    label.line <= link.endLine + NEAR
  );
}

function likeness({ token, verdict }: ReferenceLabel, link: ReadLink): number {
  const [a, b] = [token.trim(), link.token.trim()];
  if (a === b) return 4;
  if (b === '') return 0;
  if (a.includes(b)) return 2;
  // A word that a longer path happens to hold is not that path.
  return verdict !== 'not-a-path' && verdict !== 'symbol' && b.includes(a) ? 1 : 0;
}

/** Whether the locator names a symbol: by its whole name, or the last part of it. C++ and Rust write `::` where locators have a dot. */
function carries({ fragment }: ReadLink, symbol: string): boolean {
  if (fragment === undefined) return false;
  const [a, b] = [fragment, symbol].map((name) => name.replace(/\(.*$/s, '').trim().replaceAll('::', '.'));
  return a === b || a!.endsWith(`.${b}`) || b!.endsWith(`.${a}`);
}

/** Whether a path that the symbol stands beside leads to its file. */
function judgeUnlinkedSymbol(label: ReferenceLabel, labels: Labels, { links }: Reading): ReferenceOutcome {
  if (standsAlone(label, labels)) return 'alone';
  const beside = links.some(
    (link) => isNear(label, link, labels) && link.resolved.some((path) => label.resolved.includes(path)),
  );
  return beside ? 'symbol-lost' : 'wrong';
}

function standsAlone(label: ReferenceLabel, labels: Labels): boolean {
  return !(labels.references ?? []).some(
    (other) =>
      other !== label &&
      other.symbol === null &&
      labelFile(other, labels) === labelFile(label, labels) &&
      Math.abs(other.line - label.line) <= NEAR &&
      other.resolved.some((path) => label.resolved.includes(path)),
  );
}

function withoutSlash(path: string): string {
  return path.replace(/\/+$/, '');
}
