import type { CodeAction, Diagnostic } from 'vscode-languageserver-protocol';
import type { Range } from '../../model/text.ts';
import { comparePositions } from '../../model/text.ts';
import { fileOf } from '../../model/file-of.ts';
import type { ClaimText } from '../../project/editing/claim-text.ts';
import type { JudgedCase, JudgedLink, JudgedNode } from '../../project/snapshot.ts';
import { count } from '../../model/phrases.ts';
import { STILL_HOLDS } from '../commands.ts';
import type { Lookup } from '../lookup.ts';
import { awaitingUnder } from '../reviewable.ts';
import { challengeEvidence, challengeNode } from './challenge-claim.ts';
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
  showDifference,
  challengeEvidence,
];

/** How many links of a selection are looked at. */
const MOST_LINKS = 10;

/**
 * What can be done about the locators in a range of a claim file, else about the claim whose id stands there.
 *
 * @param diagnostics what the editor shows in that range
 * @param claimText the file, if it can be edited as text; edits are made in it
 */
export function codeActions(
  lookup: Lookup,
  file: string,
  range: Range,
  diagnostics: readonly Diagnostic[],
  claimText: ClaimText | undefined,
): CodeAction[] {
  const links = linksIn(lookup, file, range);
  if (links.length > 0) {
    return links.slice(0, MOST_LINKS).flatMap(([one, judged]) => {
      const own = diagnostics.filter(
        (each) => each.source === 'warrant' && isSame(each.range, judged.link.range),
      );
      return OF_LINKS.flatMap((actions) => actions({ case: one, judged, claimText, diagnostics: own }));
    });
  }
  const spot = lookup.spotAt(file, range.start);
  return spot?.node && claimText ? ofNode(lookup, spot.case, spot.node) : [];
}

function ofNode(lookup: Lookup, one: JudgedCase, judged: JudgedNode): CodeAction[] {
  const waiting = awaitingUnder(lookup, one, judged.node.key).length;
  const title = `Still holds: review ${count(waiting, 'link')} below…`;
  const target = { case: one.key, node: judged.node.key };
  const review: CodeAction = {
    title,
    kind: 'quickfix',
    command: { title, command: STILL_HOLDS, arguments: [[target]] },
  };
  return [...(waiting > 0 ? [review] : []), ...challengeNode(one, judged)];
}

function linksIn(lookup: Lookup, file: string, range: Range): [JudgedCase, JudgedLink][] {
  return lookup
    .casesIn(file)
    .flatMap((one) =>
      [...one.links.values()]
        .filter(({ link }) => fileOf(one, link) === file && touches(link.range, range))
        .map((judged): [JudgedCase, JudgedLink] => [one, judged]),
    );
}

function touches(a: Range, b: Range): boolean {
  return comparePositions(a.start, b.end) <= 0 && comparePositions(b.start, a.end) <= 0;
}

function isSame(a: Range, b: Range): boolean {
  return comparePositions(a.start, b.start) === 0 && comparePositions(a.end, b.end) === 0;
}
