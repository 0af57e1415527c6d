import type { CodeAction, Diagnostic } from 'vscode-languageserver-protocol';
import { sayCount } from '../../l10n/say.ts';
import type { Range } from '../../model/text.ts';
import { comparePositions } from '../../model/text.ts';
import type { ClaimText } from '../../project/editing/claim-text.ts';
import type { NamedPart } from '../../project/narrowing/narrowings.ts';
import type { JudgedCase, JudgedLink, JudgedNode } from '../../project/snapshot.ts';
import { STILL_HOLDS } from '../commands.ts';
import type { Lookup } from '../lookup.ts';
import { awaitingUnder } from '../reviewable.ts';
import { challengeEvidence, challengeNode } from './challenge-claim.ts';
import { linksIn } from './links-in.ts';
import { narrowTo } from './narrow-to.ts';
import { pointTo } from './point-to.ts';
import type { LinkActions } from './request.ts';
import { showDifference } from './show-difference.ts';
import { stillHolds } from './still-holds.ts';
import { updateLines } from './update-lines.ts';

/** In the order in which they are offered. */
const OF_LINKS: readonly LinkActions[] = [
  pointTo,
  updateLines,
  stillHolds,
  narrowTo,
  showDifference,
  challengeEvidence,
];

/**
 * What can be done about the locators in a range of a claim file, else about the claim whose id stands there.
 *
 * @param diagnostics what the editor shows in that range
 * @param claimText the file, if it can be edited as text; edits are made in it
 * @param partsOf the named parts of what a link leads to the whole of, as far as they are known
 */
export function codeActions(
  lookup: Lookup,
  file: string,
  range: Range,
  diagnostics: readonly Diagnostic[],
  claimText: ClaimText | undefined,
  partsOf: (link: JudgedLink) => readonly NamedPart[] = () => [],
): CodeAction[] {
  const links = linksIn(lookup, file, range);
  if (links.length > 0) {
    return links.flatMap(([one, judged]) => {
      const own = diagnostics.filter(
        (each) => each.source === 'warrant' && isSame(each.range, judged.link.range),
      );
      const parts = partsOf(judged);
      return OF_LINKS.flatMap((actions) =>
        actions({ case: one, judged, claimText, diagnostics: own, parts }),
      );
    });
  }
  const spot = lookup.spotAt(file, range.start);
  return spot?.node && claimText ? ofNode(lookup, spot.case, spot.node) : [];
}

function ofNode(lookup: Lookup, one: JudgedCase, judged: JudgedNode): CodeAction[] {
  const waiting = awaitingUnder(lookup, one, judged.node.key).length;
  const title = sayCount(
    waiting,
    'Still holds: review {0} link below…',
    'Still holds: review {0} links below…',
  );
  const target = { case: one.key, node: judged.node.key };
  const review: CodeAction = {
    title,
    kind: 'quickfix',
    command: { title, command: STILL_HOLDS, arguments: [[target]] },
  };
  return [...(waiting > 0 ? [review] : []), ...challengeNode(one, judged)];
}

function isSame(a: Range, b: Range): boolean {
  return comparePositions(a.start, b.start) === 0 && comparePositions(a.end, b.end) === 0;
}
