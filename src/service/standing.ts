import { isDefeater } from '../model/kinds.ts';
import type { NodeState } from '../model/state.ts';
import { isTakenAsGiven } from '../model/taken-as-given.ts';
import type { JudgedNode } from '../project/snapshot.ts';
import { STATE_WORDS } from './wording.ts';

/** How a node stands, as a sentence. What supports something holds or does not; what attacks is answered or not. */
export function sayStanding(judged: JudgedNode): string {
  const { node, state, counts } = judged;
  if (node.status && state === 'undeveloped') return `The document says of it: ${node.status.word}.`;
  if (node.undeveloped && judged.children.length + judged.links.length === 0)
    return 'It is marked as undeveloped: nothing is meant to be below it yet.';
  if (isTakenAsGiven(node, judged)) return GIVEN;
  if (isDefeater(node.kind)) return sayAttack(judged);
  if (node.kind === 'asset') return sayAsset(judged);
  if (state === 'current' && counts.evidence === 0)
    return 'No evidence is below it, and nothing speaks against it.';
  return `It ${STATE_WORDS[state]}.`;
}

const GIVEN = 'It is taken for granted: there is nothing to check.';

function sayAttack({ node, state, counts }: JudgedNode): string {
  if (state === 'current') {
    if (node.accepted) return 'Its risk is accepted.';
    if (node.defeated) return 'It was found not to hold.';
    return counts.evidence > 0 ? 'It is answered: all evidence below is current.' : 'It is answered.';
  }
  if (state === 'challenged')
    return counts.defeaters > counts.answered ? 'Its answer is attacked itself.' : 'Nothing answers it.';
  return `It does not count as answered: ${IN_DOUBT[state]}.`;
}

function sayAsset({ state }: JudgedNode): string {
  if (state === 'current') return 'All threats to it are answered.';
  if (state === 'challenged') return 'A threat to it is not answered.';
  return `What is said about it is in doubt: ${IN_DOUBT[state]}.`;
}

/** Why something cannot be relied on. */
const IN_DOUBT: Readonly<Record<Exclude<NodeState, 'current' | 'challenged'>, string>> = {
  broken: 'a link is broken',
  failing: 'evidence speaks against it',
  stale: 'what it is linked to changed since it was judged',
  undeveloped: 'something below has nothing that supports it yet',
  unreviewed: 'nobody has judged the evidence yet',
  unknown: 'something below could not be judged',
};
