import { say, sayCount } from '../../l10n/say.ts';
import type { DiagramNode } from '../../model/diagram.ts';
import { stateWord } from '../../model/state-words.ts';

/** A node for a screen reader: kind, id, text, state, counts. */
export function sayNode(node: DiagramNode): string {
  const { text, counts, away, undeveloped, defeated } = node;
  const { current, evidence, answered, defeaters } = counts;
  return [
    sayName(node),
    text,
    away === undefined ? '' : say('in {0}', away),
    sayStanding(node),
    evidence > 0 ? sayCount(evidence, '{1} of {0} link current', '{1} of {0} links current', current) : '',
    defeaters > 0
      ? sayCount(defeaters, '{1} of {0} defeater answered', '{1} of {0} defeaters answered', answered)
      : '',
    undeveloped ? say('marked undeveloped') : '',
    defeated ? say('marked defeated') : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** `Claim C1`. */
export function sayName({ label, id }: Pick<DiagramNode, 'label' | 'id'>): string {
  return id === '' ? label : `${label} ${id}`;
}

/** The state, and what it means unless that says the same again; empty where a state says nothing. */
export function sayStanding({ given, state, words }: Pick<DiagramNode, 'given' | 'state' | 'words'>): string {
  if (given) return '';
  const word = stateWord(state);
  return words === '' || words.startsWith(word) ? words || word : `${word}: ${words}`;
}
