import { type Message, message, say } from '../l10n/say.ts';
import { isDefeater } from '../model/kinds.ts';
import type { NodeState } from '../model/state.ts';
import { isTakenAsGiven } from '../model/taken-as-given.ts';
import type { JudgedNode } from '../project/snapshot.ts';

/** How a node stands, as a sentence. What supports something holds or does not; what attacks is answered or not. */
export function sayStanding(judged: JudgedNode): string {
  const { node, state, counts } = judged;
  if (node.status && state === 'undeveloped') return say('The document says of it: {0}.', node.status.word);
  if (judged.leftOpen) return say('It is marked as undeveloped: nothing is meant to be below it yet.');
  if (isTakenAsGiven(node, judged)) return say('It is taken for granted: there is nothing to check.');
  if (isDefeater(node.kind)) return sayAttack(judged);
  if (node.kind === 'asset') return sayAsset(judged);
  if (state === 'current' && counts.evidence === 0)
    return say('No evidence is below it, and nothing speaks against it.');
  return say(IT_STANDS[state]);
}

/** What stands for the state of a leaf that is meant to be one. */
export function sayLeftOpen(): string {
  return say('undeveloped on purpose');
}

/** What is said behind the name of a case whose file could be read in part only. */
export function sayUnread(): string {
  return say('part of its file cannot be read');
}

/** How a claim, or something else that holds or does not, stands. */
const IT_STANDS: Readonly<Record<NodeState, Message>> = {
  broken: message('It rests on a link that is broken.'),
  failing: message('It rests on evidence that speaks against it.'),
  stale: message('It rests on evidence that changed since it was judged.'),
  challenged: message('It is attacked, or rests on what is attacked, and nothing answers that.'),
  undeveloped: message('It has no support yet, or rests on what has none.'),
  unreviewed: message('It rests on evidence that nobody has judged yet.'),
  unknown: message('It rests on something that could not be judged.'),
  current: message('It holds: all evidence below is current.'),
};

/** How a case stands, as a sentence. */
export function sayArgument(state: NodeState): string {
  return say(ARGUMENT_STANDS[state]);
}

const ARGUMENT_STANDS: Readonly<Record<NodeState, Message>> = {
  broken: message('Its argument rests on a link that is broken.'),
  failing: message('Its argument rests on evidence that speaks against it.'),
  stale: message('Its argument rests on evidence that changed since it was judged.'),
  challenged: message('Its argument is attacked, or rests on what is attacked, and nothing answers that.'),
  undeveloped: message('Its argument has no support yet, or rests on what has none.'),
  unreviewed: message('Its argument rests on evidence that nobody has judged yet.'),
  unknown: message('Its argument rests on something that could not be judged.'),
  current: message('Its argument holds: all evidence below is current.'),
};

function sayAttack({ node, state, counts }: JudgedNode): string {
  if (state === 'current') {
    if (node.accepted) return say('Its risk is accepted.');
    if (node.defeated) return say('It was found not to hold.');
    return counts.evidence > 0
      ? say('It is answered: all evidence below is current.')
      : say('It is answered.');
  }
  if (state === 'challenged')
    return counts.defeaters > counts.answered
      ? say('Its answer is attacked itself.')
      : say('Nothing answers it.');
  return say('It does not count as answered: {0}.', say(IN_DOUBT[state]));
}

function sayAsset({ state }: JudgedNode): string {
  if (state === 'current') return say('All threats to it are answered.');
  if (state === 'challenged') return say('A threat to it is not answered.');
  return say('What is said about it is in doubt: {0}.', say(IN_DOUBT[state]));
}

/** Why something cannot be relied on. */
const IN_DOUBT: Readonly<Record<Exclude<NodeState, 'current' | 'challenged'>, Message>> = {
  broken: message('a link is broken'),
  failing: message('evidence speaks against it'),
  stale: message('what it is linked to changed since it was judged'),
  undeveloped: message('something below has nothing that supports it yet'),
  unreviewed: message('nobody has judged the evidence yet'),
  unknown: message('something below could not be judged'),
};
