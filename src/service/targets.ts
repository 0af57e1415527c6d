import type { Location, Range } from 'vscode-languageserver-protocol';
import { say } from '../l10n/say.ts';
import { fileOf } from '../model/file-of.ts';
import { sayDateOnly } from '../model/phrases.ts';
import type { Target, Verdict } from '../model/verdict.ts';
import type { JudgedCase, JudgedLink } from '../project/snapshot.ts';
import { subjectUri, toUri } from './uris.ts';
import type { Difference } from './views.ts';

/** The lines of a target, 0-based; the top of the file where the whole of it is meant. */
export function targetRange({ startLine, endLine, whole }: Target): Range {
  if (whole) return { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  return { start: { line: startLine - 1, character: 0 }, end: { line: endLine, character: 0 } };
}

/** Where the evidence of a link is; folders, which no editor can open, are left out. */
export function evidenceLocations(one: JudgedCase, { targets }: Verdict): Location[] {
  return targets
    .filter(({ startLine }) => startLine > 0)
    .map((target) => ({ uri: subjectUri(one.subject.root, target.path), range: targetRange(target) }));
}

/** Where a link is written. */
export function linkLocation(one: JudgedCase, { link }: JudgedLink): Location {
  return { uri: toUri(fileOf(one, link)), range: link.range };
}

/** What to compare to see how stale evidence changed; undefined where there is nothing to compare. */
export function differenceOf(one: JudgedCase, { verdict, link }: JudgedLink): Difference | undefined {
  const { baseline, targets, state } = verdict;
  const target = targets[0];
  if (state !== 'stale' || !baseline || !target || target.startLine === 0) return undefined;
  return {
    before: {
      root: one.subject.root,
      commit: baseline.commit,
      path: targets.length > 1 ? target.path : baseline.path,
      ...(baseline.blob !== undefined && targets.length === 1 && { blob: baseline.blob }),
    },
    after: subjectUri(one.subject.root, target.path),
    ...(!target.whole && { line: target.startLine - 1 }),
    review: { case: one.key, link: link.key },
    title: say('{0}: since {1} ({2})', link.locator, sayDateOnly(baseline.date), baseline.commit.slice(0, 8)),
  };
}
