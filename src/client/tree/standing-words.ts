import { NODE_STATES, type NodeState, worstState } from '../../model/state.ts';
import type { CaseStanding } from '../../server/protocol.ts';
import { say } from '../../l10n/say.ts';
import { stateWord } from '../../model/state-words.ts';

/** What the status bar says of some cases. */
export interface SaidStanding {
  /** The worst state of them, which is the one of the icon. */
  readonly state: NodeState;
  /** `1 broken, 2 stale`. */
  readonly text: string;
  /** A part of some case could not be read. */
  readonly unread: boolean;
  /** The same of each case, a line each, as plain text. */
  readonly details: string;
  /** For a screen reader: what it is about, the state, and counts. */
  readonly accessibilityLabel: string;
}

/** How many states the status bar counts. */
const MOST_STATES = 3;
/** How many cases are named. */
const MOST_CASES = 10;

/** How some cases stand, in few words; undefined where there are none. */
export function sayCases(cases: readonly CaseStanding[]): SaidStanding | undefined {
  if (cases.length === 0) return undefined;
  const state = worstState(cases.map((one) => one.state));
  const links: Partial<Record<NodeState, number>> = {};
  let unanswered = 0;
  for (const one of cases) {
    unanswered += one.unanswered;
    for (const known of NODE_STATES) links[known] = (links[known] ?? 0) + (one.links[known] ?? 0);
  }
  const unread = cases.some((one) => one.unread);
  const all = { state, links, unanswered, ...(unread && { unread: true as const }) };
  const what = cases.length === 1 ? cases[0]!.title : say('{0} assurance cases', cases.length);
  const lines = cases.slice(0, MOST_CASES).map((one) => `${one.title}: ${sayFully(one)}`);
  if (cases.length > MOST_CASES) lines.push(sayMore(cases.length - MOST_CASES));
  return {
    state,
    unread,
    text: [sayBriefly(all), unread ? say('part unread') : ''].filter(Boolean).join(', '),
    details: lines.join('\n'),
    accessibilityLabel: `${what}: ${sayFully(all)}`,
  };
}

type Counted = Pick<CaseStanding, 'state' | 'links' | 'unanswered' | 'unread'>;

function sayBriefly(counted: Counted): string {
  const bad = badParts(counted);
  if (bad.length > 0) return bad.slice(0, MOST_STATES).join(', ');
  const { state, links } = counted;
  const current = links.current ?? 0;
  return state === 'current' && current > 0 ? `${current} ${stateWord('current')}` : stateWord(state);
}

/** What is in no good state, worst first. */
function badParts({ links, unanswered }: Counted): string[] {
  return NODE_STATES.flatMap((state) => {
    if (state === 'challenged') return unanswered > 0 ? [say('{0} unanswered', unanswered)] : [];
    const number = links[state] ?? 0;
    return number > 0 && state !== 'current' ? [`${number} ${stateWord(state)}`] : [];
  });
}

function sayFully({ state, links, unanswered, unread }: Counted): string {
  const all = NODE_STATES.reduce((sum, each) => sum + (links[each] ?? 0), 0);
  const parts = NODE_STATES.flatMap((each) =>
    (links[each] ?? 0) > 0 ? [`${links[each]} ${stateWord(each)}`] : [],
  );
  const ofLinks = all === 0 ? say('no links to evidence') : sayLinks(all, parts.join(', '));
  return [
    stateWord(state),
    ofLinks,
    unanswered > 0 ? sayUnanswered(unanswered) : '',
    unread ? say('a part cannot be read') : '',
  ]
    .filter(Boolean)
    .join('; ');
}

function sayLinks(all: number, parts: string): string {
  return all === 1 ? say('of 1 link {0}', parts) : say('of {0} links {1}', all, parts);
}

function sayUnanswered(unanswered: number): string {
  return unanswered === 1 ? say('1 defeater unanswered') : say('{0} defeaters unanswered', unanswered);
}

function sayMore(more: number): string {
  return more === 1 ? say('and 1 more case') : say('and {0} more cases', more);
}
