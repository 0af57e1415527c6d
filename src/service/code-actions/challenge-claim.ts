import type { CodeAction } from 'vscode-languageserver-protocol';
import type { JudgedCase, JudgedNode } from '../../project/snapshot.ts';
import { canBeChallenged } from '../challenge.ts';
import { CHALLENGE } from '../commands.ts';
import { awaitsReview, reviewTarget } from '../reviewable.ts';
import type { ReviewTarget } from '../views.ts';
import type { LinkActions } from './request.ts';

/** Writes down what speaks against evidence that changed, or that nobody looked at yet. */
export const challengeEvidence: LinkActions = ({ case: one, judged, claimText, diagnostics }) => {
  if (!claimText || !awaitsReview(judged)) return [];
  return [
    { ...action('Challenge this evidence…', reviewTarget(one, judged)), diagnostics: [...diagnostics] },
  ];
};

/** Writes down what speaks against a node that asserts something. */
export function challengeNode(one: JudgedCase, judged: JudgedNode): CodeAction[] {
  if (!canBeChallenged(judged)) return [];
  const what = judged.node.kind === 'evidence' ? 'evidence' : judged.node.kind;
  return [action(`Challenge this ${what}…`, { case: one.key, node: judged.node.key })];
}

function action(title: string, target: ReviewTarget): CodeAction {
  return { title, kind: 'quickfix', command: { title, command: CHALLENGE, arguments: [target] } };
}
