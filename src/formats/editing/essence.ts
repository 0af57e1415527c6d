import type { Case, CaseNode, EvidenceLink } from '../../model/case.ts';
import type { ReadResult } from '../format.ts';

/** What says only where something stands, or follows from where and from what is written elsewhere. */
const PLACES: ReadonlySet<string> = new Set([
  'range',
  'idRange',
  'textRange',
  'titleRange',
  'madeBy',
  'recordedAt',
]);

/** What a part of a case says, wherever it stands, as a text to compare. */
export function essenceOf(part: object): string {
  return JSON.stringify(part, (key, value: unknown) => (PLACES.has(key) ? undefined : value));
}

/** The same of a link. Its key only tells it from others. */
export function essenceOfLink({ key: _key, ...link }: EvidenceLink): string {
  return essenceOf(link);
}

/** All of a case but its nodes and links. */
export function essenceOfRest({ nodes: _nodes, evidence: _evidence, ...rest }: Case): string {
  return essenceOf(rest);
}

/** The nodes of a case by their keys. */
export function nodesByKey({ nodes }: Case): ReadonlyMap<string, CaseNode> {
  return new Map(nodes.map((node) => [node.key, node]));
}

/** Whether a reading complains of something that another one did not; hints do not count. */
export function hasNewFindings(before: ReadResult, after: ReadResult): boolean {
  const said = new Map<string, number>();
  const count = ({ rule, message }: ReadResult['findings'][number], by: number): number => {
    const key = `${rule} ${message}`;
    const now = (said.get(key) ?? 0) + by;
    said.set(key, now);
    return now;
  };
  const loud = ({ findings }: ReadResult): ReadResult['findings'] =>
    findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
  for (const finding of loud(before)) count(finding, 1);
  return loud(after).some((finding) => count(finding, -1) < 0);
}
