import type { DiagramNode } from '../../model/diagram.ts';

/** A node for a screen reader: kind, id, text, state, counts. */
export function sayNode({
  label,
  id,
  text,
  given,
  state,
  words,
  counts,
  away,
  undeveloped,
  defeated,
}: DiagramNode): string {
  return [
    id === '' ? label : `${label} ${id}`,
    text,
    away === undefined ? '' : `in ${away}`,
    sayState(given, state, words),
    counts.evidence > 0 ? `${counts.current} of ${counts.evidence} links current` : '',
    counts.defeaters > 0 ? `${counts.answered} of ${counts.defeaters} defeaters answered` : '',
    undeveloped ? 'marked undeveloped' : '',
    defeated ? 'marked defeated' : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** The state, and what it means unless that says the same again. */
function sayState(given: boolean, state: string, words: string): string {
  if (given) return '';
  return words === '' || words.startsWith(state) ? words || state : `${state}: ${words}`;
}
