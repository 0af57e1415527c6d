import type { TextEdit } from 'vscode-languageserver-protocol';
import { say } from '../l10n/say.ts';
import { isDefeater, isSupportable } from '../model/kinds.ts';
import type { CaseFormat } from '../model/case.ts';
import { fileOf } from '../model/file-of.ts';
import { LineIndex } from '../model/text.ts';
import type { ClaimText } from '../project/editing/claim-text.ts';
import { challengeNode } from '../project/editing/challenge-node.ts';
import type { JudgedCase, JudgedNode } from '../project/snapshot.ts';
import type { Lookup } from './lookup.ts';
import { toUri } from './uris.ts';
import type { ChallengeAnswer, ChallengeSubject, ReviewTarget } from './views.ts';
import { shortTitle } from './wording.ts';

/** What a challenge is about, to be shown while a person finds the words; undefined where there is nothing that can be challenged. */
export function challengeSubject(lookup: Lookup, target: ReviewTarget): ChallengeSubject | undefined {
  const found = find(lookup, target);
  if (!found) return undefined;
  const { one, attacked, locator } = found;
  return {
    target,
    uri: toUri(fileOf(one, attacked.node)),
    subject: locator ?? shortTitle(attacked.node),
    evidence: locator !== undefined,
  };
}

/**
 * The edits that write a challenge into the claim file, as its notation says it, or why it cannot be done.
 *
 * @param textOf the file as it is now, unsaved text included
 */
export function challengeEdits(
  lookup: Lookup,
  target: ReviewTarget,
  words: string,
  textOf: (file: string) => ClaimText | undefined,
): ChallengeAnswer {
  const found = find(lookup, target);
  if (!found) return { refused: say('What was to be challenged is not there any more.') };
  const { one, attacked, fallback } = found;
  const file = fileOf(one, attacked.node);
  const claimText = textOf(file);
  if (!claimText)
    return {
      refused: say(
        'This case is a picture, which cannot be edited here. Draw the rebuttal, or convert the case to YAML and challenge it there.',
      ),
      convert: true,
    };
  const result = challengeNode(one, attacked.node.key, fallback?.node.key, words, claimText);
  if (result.kind === 'refused')
    return { refused: result.why, ...(UNWRITTEN.has(one.case.format) && { convert: true }) };
  const index = new LineIndex(claimText.text);
  const edits: TextEdit[] = result.edits.map(({ start, end, newText }) => ({
    range: { start: index.position(start), end: index.position(end) },
    newText,
  }));
  const { id, kind } = result.challenge;
  return { uri: toUri(file), edits, id, kind };
}

/** Notations in which no challenge can be said, so that the refusal advises to convert the case. */
const UNWRITTEN: ReadonlySet<CaseFormat> = new Set(['drawio', 'tsf']);

interface Found {
  readonly one: JudgedCase;
  /** The node that is attacked. */
  readonly attacked: JudgedNode;
  /** What is attacked where the notation cannot say it of evidence. */
  readonly fallback?: JudgedNode;
  /** Of a challenge of evidence. */
  readonly locator?: string;
}

function find(lookup: Lookup, { case: key, link: linkKey, node: nodeKey }: ReviewTarget): Found | undefined {
  const one = lookup.caseOf(key);
  if (!one) return undefined;
  if (linkKey !== undefined) {
    const link = one.links.get(linkKey)?.link;
    const parent = link && one.nodes.get(link.parent);
    if (!link || !parent) return undefined;
    const evidence = link.node === undefined ? undefined : one.nodes.get(link.node);
    const locator = link.locator;
    return evidence && evidence !== parent
      ? { one, attacked: evidence, fallback: parent, locator }
      : { one, attacked: parent, locator };
  }
  const node = nodeKey === undefined ? undefined : one.nodes.get(nodeKey);
  return node && canBeChallenged(node) ? { one, attacked: node } : undefined;
}

/** Whether a node asserts something: claims and evidence do, and so does what attacks them. */
export function canBeChallenged({ node: { kind } }: JudgedNode): boolean {
  return isSupportable(kind) || isDefeater(kind) || kind === 'evidence';
}
