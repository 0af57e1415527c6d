import type { Hover } from 'vscode-languageserver-protocol';
import { say } from '../l10n/say.ts';
import { sayDateOnly } from '../model/phrases.ts';
import { LineIndex, type Position, contains } from '../model/text.ts';
import { formatByName, keyAt } from '../project/authoring/place-at.ts';
import type { EvidenceState } from '../model/state.ts';
import { stateWord } from '../model/state-words.ts';
import { isTakenAsGiven } from '../model/taken-as-given.ts';
import { summarize } from '../project/judging/explain.ts';
import type { JudgedCase, JudgedLink, JudgedNode } from '../project/snapshot.ts';
import type { Lookup, Spot, Support } from './lookup.ts';
import { referenceTarget } from './navigation.ts';
import { describeRequirement } from './requirement.ts';
import { differenceOf } from './targets.ts';
import { sayReview } from './said-review.ts';
import { sayLeftOpen, sayStanding } from './standing.ts';
import { homeAmong, worstFirst } from './supports.ts';
import { escapeMarkdown, kindLabel, sayCounts } from './wording.ts';

/** States of which the problems of a claim file tell. */
const PROBLEMS: ReadonlySet<EvidenceState> = new Set(['broken', 'failing', 'stale']);

/** How many commits a hover lists. */
const MOST_CHANGES = 5;

/** The hover in a claim file: what a claim says and how it stands, or what is the matter with a locator, who changed it and when. */
export function claimHover(lookup: Lookup, file: string, position: Position, now: Date): Hover | undefined {
  const spot = lookup.spotAt(file, position);
  const value = spot && describeSpot(lookup, spot, now);
  return value ? { contents: { kind: 'markdown', value }, range: spot.range } : undefined;
}

/** The hover on a requirement that a node satisfies: its title, and the standard that it is of. */
export function requirementHover(lookup: Lookup, file: string, position: Position): Hover | undefined {
  for (const { node } of lookup.partsIn(file).around(position)) {
    const found = node.node.satisfies.find(({ range }) => contains(range, position));
    const value = found && describeRequirement(lookup.snapshot.standards, found.requirement);
    if (found && value !== undefined) return { contents: { kind: 'markdown', value }, range: found.range };
  }
  return undefined;
}

/**
 * The hover on a key: what it means. Needs the text, since nothing that is read of a case knows of keys.
 *
 * @param text the file as the editor has it
 */
export function keyHover(lookup: Lookup, file: string, position: Position, text: string): Hover | undefined {
  const format = lookup.casesIn(file)[0]?.case.format ?? formatByName(file);
  const index = new LineIndex(text);
  const key = format && keyAt(format, text, index.offset(position));
  if (!key || key.means === '') return undefined;
  return {
    contents: { kind: 'markdown', value: `**${key.word}**\n\n${key.means}` },
    range: index.range(key.start, key.end),
  };
}

/** The hover on evidence, at the first line of what is evidence: the claims that rest on it. */
export function evidenceHover(
  lookup: Lookup,
  file: string,
  position: Position,
  now: Date,
): Hover | undefined {
  const here = lookup
    .supportsOf(file)
    .filter(({ target }) => (target.whole ? 0 : target.startLine - 1) === position.line);
  if (here.length === 0) return undefined;
  return {
    contents: {
      kind: 'markdown',
      value: worstFirst(here)
        .map((support) => describeSupport(support, homeAmong(lookup, support), now))
        .join('\n\n---\n\n'),
    },
  };
}

function describeSpot(lookup: Lookup, spot: Spot, now: Date): string | undefined {
  // What is the matter stands in the problem, which the editor shows in the same hover.
  if (spot.judged) return describeLink(spot.case, spot.judged, now, !PROBLEMS.has(spot.judged.verdict.state));
  if (spot.reference) {
    const ref = referenceTarget(spot.case, spot.reference);
    const node = ref && lookup.caseOf(ref.caseKey)?.nodes.get(ref.node);
    return node && describeNode(node);
  }
  return spot.node && describeNode(spot.node);
}

/** A node's kind, id, text, state and counts, as Markdown. @param home the id of its case, where that has to be said */
export function describeNode(judged: JudgedNode, home?: string): string {
  const { node, state, counts } = judged;
  const name = `**${escapeMarkdown(node.derived ? kindLabel(node) : `${kindLabel(node)} ${node.id}`)}**`;
  const numbers = sayCounts(counts);
  const lines = [
    [
      name,
      judged.leftOpen ? sayLeftOpen() : isTakenAsGiven(node, judged) ? '' : stateWord(state),
      home === undefined ? '' : escapeMarkdown(say('in {0}', home)),
    ]
      .filter(Boolean)
      .join(' · '),
    escapeMarkdown(node.text),
    [sayStanding(judged), numbers && `${numbers}.`].filter(Boolean).join(' '),
  ];
  if (node.satisfies.length > 0)
    lines.push(
      say('Satisfies {0}.', escapeMarkdown(node.satisfies.map(({ requirement }) => requirement).join(', '))),
    );
  if (node.accepted) {
    const { by, why, until } = node.accepted;
    lines.push(escapeMarkdown(say('Accepted by {0} until {1}: {2}', by ?? '…', until ?? '…', why ?? '…')));
  }
  return lines.filter(Boolean).join('\n\n');
}

/** What is known of a link, as Markdown: state, why (unless it is said elsewhere), who, when, and a way to see the difference. */
export function describeLink(one: JudgedCase, judged: JudgedLink, now: Date, withMessage = true): string {
  const { link, verdict } = judged;
  const role = link.role === 'entry-point' ? ` ${say('(entry point)')}` : '';
  const mention = link.cited ? role : ` ${say('(only mentioned, does not count)')}`;
  const parts = [
    `**${escapeMarkdown(link.locator)}** · ${summarize(verdict, now)}${mention}`,
    ...(withMessage ? [escapeMarkdown(verdict.message)] : []),
    ...(withMessage && verdict.missingReview ? [escapeMarkdown(verdict.missingReview)] : []),
  ];
  const { baseline, changes, review } = verdict;
  if (review) {
    const at = baseline?.by === 'review' ? ` (${baseline.commit.slice(0, 8)})` : '';
    parts.push(escapeMarkdown(`${sayReview(review)}${at}`));
  } else if (baseline) {
    const { author, commit, date, by } = baseline;
    parts.push(
      escapeMarkdown(
        say(
          by === 'blame'
            ? 'Its claim was last edited by {0} on {1} ({2}).'
            : 'It is compared with what {0} committed on {1} ({2}).',
          author,
          sayDateOnly(date),
          commit.slice(0, 8),
        ),
      ),
    );
  }
  if (changes.length > 0) {
    const listed = changes
      .slice(0, MOST_CHANGES)
      .map((change) =>
        escapeMarkdown(
          `${sayDateOnly(change.date)} ${change.author}: ${change.summary} (${change.commit.slice(0, 8)})`,
        ),
      );
    if (changes.length > MOST_CHANGES) listed.push(say('and {0} more', changes.length - MOST_CHANGES));
    parts.push(listed.map((line) => `- ${line}`).join('\n'));
  }
  const difference = differenceOf(one, judged);
  if (difference) {
    const argument = encodeURIComponent(JSON.stringify([difference]));
    parts.push(`[${say('Show what changed')}](command:warrant.showDifference?${argument})`);
  }
  return parts.join('\n\n');
}

function describeSupport({ case: one, judged, node }: Support, home: string | undefined, now: Date): string {
  return `${describeNode(node, home)}\n\n${describeLink(one, judged, now)}`;
}
