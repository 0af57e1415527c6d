import { formatLocator } from '../../../evidence/locator.ts';
import type { ChangedWord } from '../../../history/changed-words.ts';
import type { ChangedPaths } from '../../../history/screen.ts';
import type { EvidenceLink } from '../../../model/case.ts';
import type { ReviewRecord } from '../../../model/review.ts';
import type { Range } from '../../../model/text.ts';
import type { Reason } from '../../../model/state.ts';
import type { Baseline } from '../../../model/verdict.ts';
import { ALL_LINES, type ClaimFileHistory } from './claim-history.ts';
import { idsBefore } from './new-id.ts';
import { type FollowedLink, type JudgingLine, lineThatJudged, newestLine } from './look-through.ts';
import type { SubjectHistory } from '../../subject/subject-history.ts';

/** What is known of when a link was last judged. */
export type BaselineAnswer =
  /** Whenever it was: at every moment it can have been, the evidence was what it is at HEAD. */
  | { readonly kind: 'as-at-head' }
  | { readonly kind: 'commit'; readonly baseline: Omit<Baseline, 'path'> }
  /** Somebody recorded that they did. */
  | { readonly kind: 'review'; readonly record: ReviewRecord }
  /** Nobody has: its lines are not committed, or nothing says. */
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly reason: Reason }
  /** Git would have to be asked, and may not be now. */
  | { readonly kind: 'not-asked' };

/** Finds the baseline of one link; told how to see whether a set of changed paths touches its targets. */
export type FindBaseline = (mayHaveChanged: (paths: ChangedPaths) => boolean) => Promise<BaselineAnswer>;

/**
 * Finds the baseline of a link by who last touched the lines that make it. Blame is asked only where the screen says that the
 * evidence may have changed.
 *
 * @param mayHaveChanged whether one of some paths is among the link's targets
 * @param link what the lines make
 */
export async function findBaseline(
  judged: JudgedLines,
  history: SubjectHistory,
  mayHaveChanged: (paths: ChangedPaths) => boolean,
  link: FollowedLink,
): Promise<BaselineAnswer> {
  if (judged.lines.some((line) => line === 0)) return { kind: 'none' };
  const changed = history.changedSince(judged.path);
  if (changed === undefined) return history.asking ? { kind: 'none' } : { kind: 'not-asked' };
  // It may have been reviewed, as what it was called before, when the evidence was otherwise.
  if (changed !== 'all' && !link.reviewedAs && !mayHaveChanged(changed)) return { kind: 'as-at-head' };
  return blamed(judged, history, link);
}

/** The same by blame, whether the evidence changed or not; for explanations. */
export async function blamed(
  { path, lines, ids }: JudgedLines,
  history: SubjectHistory,
  link: FollowedLink,
): Promise<BaselineAnswer> {
  const blame = await history.blame(path);
  if (!blame) return { kind: 'not-asked' };
  const touched = lines.includes(ALL_LINES) ? blame : lines.map((line) => blame[line - 1]);
  const authors = touched.filter((line) => line !== undefined);
  if (authors.length === 0) return { kind: 'none' };
  const { locator, resolution } = link.resolved;
  const place = resolution?.kind === 'found' ? resolution.path : '';
  const question = `judged ${path} ${lines.join()} ${place} ${formatLocator(locator)} ${ids?.join() ?? ''}`;
  const last: JudgingLine | undefined = lines.includes(ALL_LINES)
    ? { ...newestLine(path, authors, history), earlier: [] }
    : await history.once(question, () => lineThatJudged(path, authors, link, ids));
  if (!last) return { kind: 'not-asked' };
  const record =
    resolution?.kind === 'found' && resolution.form === 'file' ? reviewBefore(last, link) : undefined;
  if (record) return { kind: 'review', record };
  if (last.boundary && (await history.isCutOff(last.commit))) return { kind: 'unknown', reason: 'shallow' };
  return {
    kind: 'commit',
    baseline: {
      commit: last.commit,
      by: 'blame',
      author: last.author,
      date: last.date,
      ...(last.calledThen !== undefined && { calledThen: last.calledThen }),
    },
  };
}

/** The newest review of a link under the names that it had before commits that judged nothing. */
function reviewBefore({ earlier }: JudgingLine, { reviewedAs }: FollowedLink): ReviewRecord | undefined {
  for (const name of earlier) {
    const record = reviewedAs?.(name);
    if (record) return record;
  }
  return undefined;
}

/** Lines of one file whose last commit judged a link. */
export interface JudgedLines {
  /** In the subject's repository. */
  readonly path: string;
  /** 1-based, at HEAD; 0 for each that is not committed; see also `ALL_LINES`. */
  readonly lines: readonly number[];
  /** What the link's claim and evidence are called at HEAD, whatever they are called now: so an answer is known again when they get other ids. */
  readonly ids?: readonly string[];
}

/**
 * The lines that say when a link was judged: those that make it, or, once they are committed, those in which another tool records that somebody
 * reviewed it. A record stands for the moment of that review, whenever the words were last touched.
 *
 * @param file the history of the file that the link is written in
 * @param recordedIn that of the case's own file, for links with a record
 * @param ids what the link's claim and, if it has an id, the evidence are called
 */
export function judgedLines(
  link: EvidenceLink,
  file: ClaimFileHistory,
  recordedIn?: ClaimFileHistory,
  ids: readonly string[] = [],
): JudgedLines {
  const made = madeAtHead(link.madeBy, file, ids);
  if (!recordedIn || !link.recordedAt || made.lines.includes(0)) return made;
  return madeAtHead([link.recordedAt], recordedIn, []);
}

function madeAtHead(ranges: readonly Range[], file: ClaimFileHistory, ids: readonly string[]): JudgedLines {
  const words: ChangedWord[] = [];
  const lines = linesOf(ranges).map((line) => {
    const found = file.lineAtHead(line, ids);
    if (typeof found === 'number') return found;
    words.push(...found.words);
    return found.line;
  });
  return { path: file.path, lines, ...(!lines.includes(0) && { ids: idsBefore(words, ids, file.path) }) };
}

function linesOf(ranges: readonly Range[]): number[] {
  const lines = new Set<number>();
  for (const range of ranges) {
    const last =
      range.end.character === 0 && range.end.line > range.start.line ? range.end.line - 1 : range.end.line;
    for (let line = range.start.line; line <= last; line++) lines.add(line);
  }
  return [...lines];
}
