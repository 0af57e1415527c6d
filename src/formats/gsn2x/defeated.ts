import type { Span } from '../span.ts';
import type { Element } from './element.ts';

/** A step of the argument that was found not to hold. */
export interface DefeatedInference {
  readonly id: string;
  readonly text: string;
  readonly span: Span;
}

/**
 * The steps between an element and others that its `defeatedRelation` names. They are no elements of their own in gsn2x; here each is an
 * inference rule that does not hold, so that the claim above it is challenged.
 */
export function defeatedInferences({ id, relations, defeatedRelations }: Element): DefeatedInference[] {
  if (defeatedRelations.length === 0) return [];
  const keys = new Map(relations.map(({ target, key }) => [target.text, key]));
  return defeatedRelations.flatMap(({ text, span }) => {
    const key = keys.get(text);
    if (key === undefined || key === 'challenges') return [];
    const says =
      key === 'supportedBy' ? `${text} supports ${id.text}.` : `${id.text} is in the context of ${text}.`;
    return [{ id: `${id.text} -> ${text}`, text: says, span }];
  });
}
