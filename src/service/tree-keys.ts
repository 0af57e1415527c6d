import type { NodeKey } from '../model/case.ts';
import type { NodeKind } from '../model/kinds.ts';
import type { NodeState } from '../model/state.ts';

/*
 * A key in the claim tree is the way from the top to an item, since a node that several claims refer to has several places in the tree.
 */

/** Separates the steps of a key; occurs in no path and no id that a reader lets through. */
const STEP = '\u001f';
const PART = '\u001e';

/** What one step of a key stands for. */
export type Step =
  | { readonly is: 'case'; readonly case: string }
  | { readonly is: 'node'; readonly case: string; readonly node: NodeKey }
  | { readonly is: 'kind'; readonly case: string; readonly kind: string }
  | { readonly is: 'link'; readonly link: string }
  | { readonly is: 'state'; readonly state: string }
  | { readonly is: 'standard'; readonly standard: string }
  | { readonly is: 'requirement'; readonly requirement: string }
  | { readonly is: 'part'; readonly start: number }
  | { readonly is: 'comments' }
  | { readonly is: 'comment' };

/** The steps of a key, the top first. */
export function stepsOf(key: string): Step[] {
  return key.split(STEP).map(parseStep);
}

/** The last step of a key. */
export function lastStep(key: string): Step {
  return parseStep(key.slice(key.lastIndexOf(STEP) + 1));
}

function parseStep(step: string): Step {
  const [first = '', second, third, fourth, fifth] = step.split(PART);
  if (second === undefined) return { is: 'case', case: first };
  if (third === undefined) return { is: 'node', case: first, node: second };
  if (fourth === 'state') return { is: 'state', state: fifth ?? '' };
  if (fourth === 'standard') return { is: 'standard', standard: fifth ?? '' };
  if (fourth === 'requirement') return { is: 'requirement', requirement: fifth ?? '' };
  if (fourth === 'comments' || fourth === 'comment') return { is: fourth };
  if (fourth === 'part') return { is: 'part', start: Number(fifth) };
  return first === '' ? { is: 'link', link: third } : { is: 'kind', case: first, kind: third };
}

/** The key of a row that stands for a share of the items of a level. @param start the first of them, from 0 */
export function partKey(parent: string, start: number): string {
  return `${parent}${STEP}${[undefined, undefined, undefined, 'part', start].join(PART)}`;
}

/** The key of the item above, as far as a key says so; empty for the top. */
export function keyAbove(key: string): string {
  return key.slice(0, Math.max(0, key.lastIndexOf(STEP)));
}

/** The key of a node below another item. */
export function nodeKey(parent: string, caseKey: string, node: NodeKey): string {
  return `${parent}${STEP}${caseKey}${PART}${node}`;
}

/** The key of a link below another item. */
export function linkKey(parent: string, link: string): string {
  return `${parent}${STEP}${PART}${PART}${link}`;
}

/** The key of the row for the comments of code that name the node above. */
export function commentsKey(parent: string): string {
  return `${parent}${STEP}${[undefined, undefined, undefined, 'comments', undefined].join(PART)}`;
}

/** The key of a comment of code. @param at which of those that name the node, from 0 */
export function commentKey(parent: string, at: number): string {
  return `${parent}${STEP}${[undefined, undefined, undefined, 'comment', at].join(PART)}`;
}

/** The key of the row for the nodes of a kind at the top of a case. */
export function kindKey(caseKey: string, kind: NodeKind): string {
  return `${caseKey}${STEP}${caseKey}${PART}${PART}${kind}`;
}

/** The key of the row for all that is in a state. */
export function stateKey(state: NodeState): string {
  return [undefined, undefined, undefined, 'state', state].join(PART);
}

/** The key of the row of a standard. */
export function standardKey(standard: string): string {
  return [undefined, undefined, undefined, 'standard', standard].join(PART);
}

/** The key of a requirement's row, below its standard. @param requirement with the standard: `OWASP-2021:A03` */
export function requirementKey(standard: string, requirement: string): string {
  const step = [undefined, undefined, undefined, 'requirement', requirement].join(PART);
  return `${standardKey(standard)}${STEP}${step}`;
}
