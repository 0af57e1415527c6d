import type { CodeAction } from 'vscode-languageserver-protocol';
import { say } from '../../l10n/say.ts';
import { sayKind } from '../../model/kinds.ts';
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
    { ...action(say('Challenge this evidence…'), reviewTarget(one, judged)), diagnostics: [...diagnostics] },
  ];
};

/** Writes down what speaks against a node that asserts something. */
export function challengeNode(one: JudgedCase, judged: JudgedNode): CodeAction[] {
  if (!canBeChallenged(judged)) return [];
  return [
    action(say('Challenge this {0}…', sayKind(judged.node.kind)), { case: one.key, node: judged.node.key }),
  ];
}

function action(title: string, target: ReviewTarget): CodeAction {
  return { title, kind: 'quickfix', command: { title, command: CHALLENGE, arguments: [target] } };
}
