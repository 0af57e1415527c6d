import { sayCount } from '../l10n/say.ts';
import { fileOf } from '../model/file-of.ts';
import { joinPath } from '../model/paths.ts';
import type { EvidenceState, Reason } from '../model/state.ts';
import type { Position } from '../model/text.ts';
import type { Target } from '../model/verdict.ts';
import { summarize } from '../project/judging/explain.ts';
import type { JudgedCase, JudgedLink } from '../project/snapshot.ts';
import type { Lookup } from './lookup.ts';
import { toUri } from './uris.ts';
import { differenceOf, evidenceLocations } from './targets.ts';
import type { ReviewItem, ReviewQuestion, ReviewTarget } from './views.ts';
import { shortTitle } from './wording.ts';

/** The states in which somebody has to look at evidence. */
const OPEN: ReadonlySet<EvidenceState> = new Set(['stale', 'unreviewed']);
/** The states of evidence that cannot be judged by looking at it: first the link has to lead somewhere, or the report to say something else. */
const NOT_REVIEWABLE: ReadonlySet<EvidenceState> = new Set(['broken', 'failing']);
/** Where Warrant could not tell later whether it is still the same. */
const NOT_READ: ReadonlySet<Reason> = new Set(['external', 'unsupported', 'too-large']);

/** How many claims a question names. */
const MOST_NAMED = 3;

/** Whether somebody has to look at this evidence: it changed, or nobody ever did. Mentions do not count. */
export function awaitsReview({ link, verdict }: JudgedLink): boolean {
  return link.cited && OPEN.has(verdict.state);
}

/** Whether a person can say of this evidence that it supports its claim. */
export function isReviewable({ link, verdict }: JudgedLink): boolean {
  const { state, reason, targets } = verdict;
  const isThere = targets.length > 0 && !NOT_REVIEWABLE.has(state) && !NOT_READ.has(reason);
  // A report that says what its author expects is judged by what it says.
  return link.cited && isThere && link.expect === undefined;
}

/** Names a link. */
export function reviewTarget(one: JudgedCase, { link }: JudgedLink): ReviewTarget {
  return { case: one.key, link: link.key };
}

/** What is at a place of a claim file: the locator, else the innermost node; undefined outside of all. */
export function targetAt(lookup: Lookup, file: string, position: Position): ReviewTarget | undefined {
  const spot = lookup.spotAt(file, position);
  if (spot?.judged) return reviewTarget(spot.case, spot.judged);
  const around = spot?.node ? { case: spot.case, node: spot.node } : lookup.nodeAround(file, position);
  return around && { case: around.case.key, node: around.node.node.key };
}

/** What a place is about: in a claim file one target, in evidence the links that rest on those lines. */
export function targetsAt(lookup: Lookup, file: string, position: Position): readonly ReviewTarget[] {
  const own = targetAt(lookup, file, position);
  if (own) return [own];
  return lookup
    .supportsOf(file)
    .filter(({ target, judged }) => judged.link.cited && holdsLine(target, position.line))
    .map((support) => reviewTarget(support.case, support.judged));
}

function holdsLine({ startLine, endLine, whole }: Target, line: number): boolean {
  return whole || (startLine <= line + 1 && line < endLine);
}

/**
 * What to ask about some targets. A link that is named can be judged again whenever it leads somewhere; under a node only what waits for
 * it. Targets that are gone are left out.
 */
export function reviewQuestion(lookup: Lookup, targets: readonly ReviewTarget[], now: Date): ReviewQuestion {
  const items = new Map<string, ReviewItem>();
  for (const target of targets) {
    for (const [one, judged] of linksOf(lookup, target)) {
      items.set(`${one.key}\n${judged.link.key}`, itemOf(one, judged, now));
    }
  }
  const found = [...items.values()];
  const names = [...new Set(found.map(({ claim }) => claim))];
  const only =
    targets.length === 1 && targets[0]!.link === undefined ? nameOf(lookup, targets[0]!) : undefined;
  return {
    subject: only ?? (names.length > 0 ? sayNames(names) : nameOf(lookup, targets[0])) ?? '',
    items: found,
  };
}

/** Few by their names, many by their number. */
function sayNames(names: readonly string[]): string {
  return names.length > MOST_NAMED ? sayCount(names.length, '{0} claim', '{0} claims') : names.join(', ');
}

/** The links under a node that wait for a review, in the order of the argument, those of other cases it refers to included. */
export function awaitingUnder(lookup: Lookup, one: JudgedCase, node: string): [JudgedCase, JudgedLink][] {
  const found: [JudgedCase, JudgedLink][] = [];
  const seen = new Set<string>();
  const visit = (at: JudgedCase | undefined, key: string): void => {
    const judged = at?.nodes.get(key);
    if (!at || !judged || seen.has(`${at.key}\n${key}`)) return;
    seen.add(`${at.key}\n${key}`);
    for (const name of judged.links) {
      const link = at.links.get(name);
      if (link && awaitsReview(link)) found.push([at, link]);
    }
    for (const child of judged.children) visit(lookup.caseOf(child.caseKey), child.node);
  };
  visit(one, node);
  return found;
}

/** The files that a link is judged by: its claim file and its evidence, absolute. */
export function filesOfLink(lookup: Lookup, key: string, link: string): readonly string[] {
  const one = lookup.caseOf(key);
  const judged = one?.links.get(link);
  if (!one || !judged) return [];
  const evidence = judged.verdict.targets.map(({ path }) => joinPath(one.subject.root, path));
  return [...new Set([fileOf(one, judged.link), ...evidence])];
}

function linksOf(lookup: Lookup, { case: key, link, node }: ReviewTarget): [JudgedCase, JudgedLink][] {
  const one = lookup.caseOf(key);
  if (!one) return [];
  if (link !== undefined) {
    const judged = one.links.get(link);
    return judged && isReviewable(judged) ? [[one, judged]] : [];
  }
  if (node !== undefined) return awaitingUnder(lookup, one, node);
  return [...one.links.values()].filter(awaitsReview).map((judged) => [one, judged]);
}

function itemOf(one: JudgedCase, judged: JudgedLink, now: Date): ReviewItem {
  const { link, verdict } = judged;
  const node = one.nodes.get(link.parent);
  const difference = differenceOf(one, judged);
  const places = evidenceLocations(one, verdict);
  const [evidence] = places;
  return {
    target: reviewTarget(one, judged),
    label: link.locator,
    claim: node ? shortTitle(node.node) : one.case.title,
    summary: summarize(verdict, now),
    ...(difference && { difference }),
    ...(evidence && { evidence }),
    files: [...new Set([toUri(fileOf(one, link)), ...places.map(({ uri }) => uri)])],
  };
}

function nameOf(lookup: Lookup, target: ReviewTarget | undefined): string | undefined {
  const one = target && lookup.caseOf(target.case);
  if (!one) return undefined;
  if (target.link !== undefined) return one.links.get(target.link)?.link.locator;
  const node = target.node === undefined ? undefined : one.nodes.get(target.node);
  return node ? shortTitle(node.node) : one.case.title;
}
