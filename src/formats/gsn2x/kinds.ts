import { closest } from '../../model/closest.ts';
import type { NodeKind } from '../../model/kinds.ts';

/** What `nodeType` may say, and the kind of node that it means here. */
const TYPE_KINDS = {
  Goal: 'claim',
  Strategy: 'strategy',
  Solution: 'evidence',
  Context: 'context',
  Assumption: 'assumption',
  Justification: 'justification',
  CounterGoal: 'rebuttal',
  CounterSolution: 'rebuttal',
} as const satisfies Record<string, NodeKind>;

export type ElementType = keyof typeof TYPE_KINDS;

export const ELEMENT_TYPES = Object.keys(TYPE_KINDS) as readonly ElementType[];

/** How ids begin, the longer beginnings first. Whatever follows is the author's: `G1`, `G-Safe`, `Goal_top`. */
const PREFIXES: readonly (readonly [prefix: string, type: ElementType])[] = [
  ['CG', 'CounterGoal'],
  ['CSn', 'CounterSolution'],
  ['Sn', 'Solution'],
  ['G', 'Goal'],
  ['S', 'Strategy'],
  ['C', 'Context'],
  ['A', 'Assumption'],
  ['J', 'Justification'],
];

/** The type that the beginning of an id means; letter case counts, as in gsn2x. Undefined if it means none. */
export function typeOfId(id: string): ElementType | undefined {
  return PREFIXES.find(([prefix]) => id.startsWith(prefix))?.[1];
}

/** The type that a value of `nodeType` names. */
export function typeNamed(name: string): ElementType | undefined {
  return ELEMENT_TYPES.find((type) => type === name);
}

/** The type that was probably meant by a misspelt one. */
export function similarType(name: string): ElementType | undefined {
  const wanted = name.toLowerCase();
  const sameLetters = ELEMENT_TYPES.find((type) => type.toLowerCase() === wanted);
  return sameLetters ?? (closest(name.slice(0, 30), ELEMENT_TYPES) as ElementType | undefined);
}

/** The kind of node that a type means. */
export function kindOfType(type: ElementType): NodeKind {
  return TYPE_KINDS[type];
}

/** Whether elements of this type may challenge others (GSN's dialectic extension). */
export function isCounter(type: ElementType): boolean {
  return type === 'CounterGoal' || type === 'CounterSolution';
}
