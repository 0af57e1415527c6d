import type { Written } from '../yaml/scalars.ts';
import type { Element } from './element.ts';
import type { Relation } from './relations.ts';

/** The relations between the elements of a file, in whichever direction they are written. */
export interface Relations {
  /** Whether `lower` supports `upper`, is its context, or challenges it. */
  isAbove(upper: Written, lower: Written): boolean;
}

/** Collects the relations of a file's elements. */
export function relationsOf(elements: readonly Element[]): Relations {
  const pairs = new Set<string>();
  for (const { id, relations } of elements) {
    for (const { key, target, over } of relations) {
      for (const end of over ? [target, over] : [target]) {
        pairs.add(key === 'challenges' ? pair(end.text, id.text) : pair(id.text, end.text));
      }
    }
  }
  return { isAbove: (upper, lower) => pairs.has(pair(upper.text, lower.text)) };
}

/**
 * Where a challenge hangs: at what it challenges or, of a relation between two, at the lower of them, which is the one that supports or attacks
 * the other.
 */
export function lowerEnd({ target, over }: Relation, relations: Relations): Written {
  if (!over) return target;
  return relations.isAbove(over, target) ? target : over;
}

function pair(upper: string, lower: string): string {
  return `${upper}\0${lower}`;
}
