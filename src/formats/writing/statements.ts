import { type Message, message, say } from '../../l10n/say.ts';
import type { FieldName } from '../../model/fields.ts';
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
  add('kind', true, say('that it is {0}', aKind(node.kind)));
  // What evidence is called after its place is said with it.
  add(
    'text',
    node.text !== '' && !links.some(({ locator }) => locator === node.text),
    say('its text, "{0}"', shortened(node.text)),
  );
  if (parent !== undefined) add('place', true, say('that it stands below {0}', parent));
  for (const { locator, expect, watch } of links) {
    add('evidence', true, say('the evidence {0}', locator));
    add(
      'expectation',
      expect !== undefined,
      say('what is expected of {0}, {1}', locator, JSON.stringify(expect)),
    );
    if (watch) add('watch', true, say('how much of {0} is watched, {1}', locator, watch));
  }
  add('undeveloped', undeveloped, say('that it is left undeveloped'));
  add('defeated', defeated, say('that it is defeated'));
  if (status) add('status', true, say('its status, {0}', status.is));
  for (const { requirement } of satisfies) add('satisfies', true, say('that it satisfies {0}', requirement));
  const { by = say('somebody'), why = say('no reason'), until = say('no date') } = accepted ?? {};
  add('accepted', accepted, say('that {0} accepts it until {1} ({2})', by, until, why));
  for (const { name, value } of fields) add('field', true, say(OF_FIELDS[name], value));
  for (const { locator } of entryPoints) add('entry-point', true, say('the entry point {0}', locator));
  for (const id of supportedBy) add('further-support', true, say('that {0} stands below it, too', id));
  // Of nodes in this case it is said at the other end.
  for (const id of hangsUnder) add('answer', id.includes('/'), say('that it hangs under {0}', id));
  return found;
}

const OF_FIELDS: Readonly<Record<FieldName, Message>> = {
  entryPoints: message('its entry points, {0}'),
  impact: message('its impact, {0}'),
  likelihood: message('its likelihood, {0}'),
  scope: message('its scope, {0}'),
  implementation: message('its implementation, {0}'),
  owner: message('its owner, {0}'),
};

const LONGEST_TEXT = 60;

function shortened(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}
