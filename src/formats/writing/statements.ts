import { FIELD_LABELS } from '../../model/fields.ts';
import { aKind } from '../../model/kinds.ts';
import type { Branch } from './branches.ts';

/** What may be said of a node. */
export type Topic =
  | 'kind'
  | 'text'
  | 'place'
  | 'evidence'
  | 'undeveloped'
  | 'defeated'
  | 'status'
  | 'satisfies'
  | 'accepted'
  | 'field'
  | 'entry-point'
  | 'further-support'
  | 'answer'
  | 'expectation'
  | 'watch';

/** One thing that is said of a node, in words that name it: `that it satisfies OWASP-2021:A02`. */
export interface Statement {
  readonly topic: Topic;
  readonly what: string;
}

/** All that is said of a node, by itself and by its place. */
export function statementsOf(
  { node, entryPoints, supportedBy, hangsUnder, links }: Branch,
  parent: string | undefined,
): Statement[] {
  const { undeveloped, defeated, status, satisfies, accepted, fields } = node;
  const found: Statement[] = [];
  const add = (topic: Topic, is: unknown, what: string): void => {
    if (is) found.push({ topic, what });
  };
  add('kind', true, `that it is ${aKind(node.kind)}`);
  // What evidence is called after its place is said with it.
  add(
    'text',
    node.text !== '' && !links.some(({ locator }) => locator === node.text),
    `its text, "${shortened(node.text)}"`,
  );
  add('place', parent, `that it stands below ${parent}`);
  for (const { locator, expect, watch } of links) {
    add('evidence', true, `the evidence ${locator}`);
    add('expectation', expect !== undefined, `what is expected of ${locator}, ${JSON.stringify(expect)}`);
    add('watch', watch, `how much of ${locator} is watched, ${watch}`);
  }
  add('undeveloped', undeveloped, 'that it is left undeveloped');
  add('defeated', defeated, 'that it is defeated');
  add('status', status, `its status, ${status?.is}`);
  for (const { requirement } of satisfies) add('satisfies', true, `that it satisfies ${requirement}`);
  const { by = 'somebody', why = 'no reason', until = 'no date' } = accepted ?? {};
  add('accepted', accepted, `that ${by} accepts it until ${until} (${why})`);
  for (const { name, value } of fields)
    add('field', true, `its ${FIELD_LABELS[name].toLowerCase()}, ${value}`);
  for (const { locator } of entryPoints) add('entry-point', true, `the entry point ${locator}`);
  for (const id of supportedBy) add('further-support', true, `that ${id} stands below it, too`);
  // Of nodes in this case it is said at the other end.
  for (const id of hangsUnder) add('answer', id.includes('/'), `that it hangs under ${id}`);
  return found;
}

const LONGEST_TEXT = 60;

function shortened(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}
