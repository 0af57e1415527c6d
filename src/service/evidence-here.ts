import { say } from '../l10n/say.ts';
import { worstState } from '../model/state.ts';
import type { Target } from '../model/verdict.ts';
import { push } from '../model/multimap.ts';
import { summarize } from '../project/judging/explain.ts';
import { commentRows } from './code-comments.ts';
import type { Lookup, Support } from './lookup.ts';
import { STEP, groupRow, linkRow } from './side-items.ts';
import { namesAmong, worstFirst } from './supports.ts';
import { targetRange } from './targets.ts';
import { toUri } from './uris.ts';
import type { SideItem } from './views.ts';

/** The first step of all keys. */
const VIEW = 'evidence-here';

/**
 * The rows of *Evidence in This File*: each part of a file that is evidence, in the order of the file, and below it the claims that rest on it, worst
 * first. `file` is absolute. Empty where the file is no evidence.
 */
export function evidenceHere(lookup: Lookup, file: string, now: Date): SideItem[] {
  const byPart = new Map<string, Support[]>();
  for (const support of lookup.supportsOf(file)) push(byPart, partName(support), support);
  const name = namesAmong(lookup.supportsOf(file));
  const rows = [...byPart]
    .sort(([, [a]], [, [b]]) => placeOf(a!.target) - placeOf(b!.target))
    .map(([part, supports]) => partRow(part, supports, file, name, now));
  return [...rows, ...commentRows(lookup, file, VIEW)];
}

function partRow(
  part: string,
  supports: readonly Support[],
  file: string,
  name: (support: Support) => string,
  now: Date,
): SideItem {
  const key = [VIEW, file, part].join(STEP);
  const children = worstFirst(supports).map((one) => claimRow(key, one, name, now));
  const { target } = supports[0]!;
  const counted = supports.filter(({ judged }) => judged.link.cited);
  const state =
    counted.length > 0 ? worstState(counted.map(({ judged }) => judged.verdict.state)) : 'unknown';
  const description = target.whole ? '' : sayLines(target);
  const place = {
    uri: toUri(file),
    range: targetRange(isFolder(target) ? { ...target, whole: true } : target),
  };
  return {
    ...groupRow(
      { key, label: part, description, state, children },
      { ...place, selectionRange: place.range },
    ),
    mention: counted.length === 0,
    unfold: true,
    target: place,
  };
}

/** Clicking it goes to the locator in the claim file: one is at the evidence already. */
function claimRow(parent: string, support: Support, name: (support: Support) => string, now: Date): SideItem {
  const { case: one, judged, node } = support;
  const { link, verdict } = judged;
  const key = [parent, one.key, link.key].join(STEP);
  const role = link.role === 'entry-point' ? say('entry point') : '';
  const words = [link.cited ? role : say('mentioned'), summarize(verdict, now)].filter(Boolean).join(' · ');
  // The state comes before the text, since what is last is cut off in a narrow side bar.
  const { text, derived } = node.node;
  const label = derived ? text : name(support);
  const description = derived || text === '' ? words : `${words} · ${text}`;
  const row = { key, label, description, state: verdict.state, leadsToEvidence: false };
  return linkRow(one, judged, row, now);
}

/** What a locator calls a part of the file: a symbol, a heading, lines; or what the file is a part of. */
function partName({ judged: { link }, target }: Support): string {
  if (isFolder(target)) {
    return target.path === '' ? say('The whole repository') : say('The folder {0}', `${target.path}/`);
  }
  const hash = link.locator.indexOf('#');
  if (target.whole || hash < 0) return say('The whole file');
  const name = link.locator.slice(hash + 1);
  if (!/^L\d/.test(name)) return name;
  const { startLine, endLine } = target;
  return startLine === endLine ? say('Line {0}', startLine) : say('Lines {0}–{1}', startLine, endLine);
}

function sayLines({ startLine, endLine }: Target): string {
  return startLine === endLine ? say('line {0}', startLine) : say('lines {0}–{1}', startLine, endLine);
}

function isFolder({ startLine }: Target): boolean {
  return startLine === 0;
}

/** Folders, then the whole file, then parts by their lines. */
function placeOf(target: Target): number {
  return isFolder(target) ? -2 : target.whole ? -1 : target.startLine;
}
