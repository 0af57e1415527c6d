import { closest } from '../../model/closest.ts';

/** The keys that list other elements, each with what it says of them. */
export const RELATION_KEYS = ['supportedBy', 'inContextOf', 'challenges'] as const;

export type RelationKey = (typeof RELATION_KEYS)[number];

/** The keys of an element that mean something to gsn2x; every other one is an additional layer. */
export const ELEMENT_KEYS: readonly string[] = [
  'text',
  ...RELATION_KEYS,
  'defeatedRelation',
  'undeveloped',
  'defeated',
  'url',
  'nodeType',
  'acp',
  'classes',
  'rankIncrement',
  'horizontalIndex',
  'charWrap',
  'level',
];

const LONGEST_TYPO = 30;

/** The key that was probably meant by one that gsn2x takes for a layer, or undefined where a layer was probably meant. */
export function suggestKey(layer: string): string | undefined {
  if (layer.length > LONGEST_TYPO) return undefined;
  const plain = layer.toLowerCase().replace(/[-_ ]/g, '');
  return closest(plain, ELEMENT_KEYS);
}
