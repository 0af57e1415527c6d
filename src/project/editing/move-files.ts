import { renameCaseId } from '../../formats/editing/case-id.ts';
import { type Repointing, repointAll } from '../../formats/editing/repoint-all.ts';
import { applyEdits } from '../../formats/editing/text-edit.ts';
import { reviewFileOf } from '../../formats/reviews/review-file.ts';
import type { ReadResult } from '../../formats/format.ts';
import { fileOf } from '../../model/file-of.ts';
import { push } from '../../model/multimap.ts';
import { LineIndex } from '../../model/text.ts';
import type { JudgedCase, JudgedLink, Snapshot } from '../snapshot.ts';
import { carryBetween, carryReviews } from './carry-reviews.ts';
import type { ClaimText } from './claim-text.ts';
import type { FileEdits, TextEdit, Texts } from './file-edits.ts';
import { movedLocator } from './moved-locator.ts';
import { type MovedPaths, type PathMove, movedPaths } from './moved-paths.ts';

/** What has to be done along with moves of files and folders. */
export interface Following {
  /** Edits of files where they are before the moves. */
  readonly files: readonly FileEdits[];
  /** Further files that move along: the reviews of claim files. */
  readonly moves: readonly PathMove[];
  /** Links that cannot be written otherwise here, in drawings for instance. */
  readonly left: readonly { readonly file: string; readonly locator: string }[];
}

/**
 * What has to be done for the claims to rest on the same evidence once files and folders have other paths: locators are written anew, those that start at a
 * document which moves included; reviews move with their claim files and count for the new locators; references to a case that is called like its file are
 * followed.
 */
export async function followMoves(
  snapshot: Snapshot,
  moves: readonly PathMove[],
  texts: Texts,
): Promise<Following> {
  const moved = movedPaths(moves);
  const files: FileEdits[] = [];
  const left: { file: string; locator: string }[] = [];
  const alongside: PathMove[] = [];
  const renamedCases: Renamed[] = [];
  for (const [file, links] of linksToWrite(snapshot, moved)) {
    const claimText = texts.claimText(file);
    const isDrawing = claimText?.read.cases[0]?.format === 'drawio';
    const written = claimText && !isDrawing ? writeLinks(claimText, links) : undefined;
    const missed = written ? links.filter(({ place }) => written.left.has(place.key)) : links;
    left.push(...missed.map(({ judged }) => ({ file, locator: judged.link.locator })));
    const edits = written?.edits ?? [];
    if (edits.length > 0) files.push({ file, text: claimText!.text, edits });
  }
  for (const file of new Set(snapshot.cases.map((one) => one.file))) {
    const claimText = texts.claimText(file);
    if (!claimText) continue;
    const edits = files.find((one) => one.file === file)?.edits ?? [];
    const newFile = moved.fileAt(file);
    if (edits.length === 0 && newFile === file) continue;
    const after = claimText.reread(applyEdits(claimText.text, edits), newFile);
    renamedCases.push(...casesRenamed(claimText.read, after));
    files.push(...(await carryReviews(file, carryBetween(claimText.read, after), texts)));
    const [reviews, newReviews] = [reviewFileOf(file), reviewFileOf(newFile)];
    if (moved.fileAt(reviews) !== newReviews && (await texts.text(reviews)) !== undefined)
      alongside.push({ from: reviews, to: newReviews });
  }
  return { files: withReferences(snapshot, files, renamedCases, texts), moves: alongside, left };
}

interface LinkToWrite extends Repointing {
  readonly judged: JudgedLink;
}

/** The links that have to be written otherwise, by the files that they are in. */
function linksToWrite({ cases }: Snapshot, moved: MovedPaths): Map<string, LinkToWrite[]> {
  const byFile = new Map<string, LinkToWrite[]>();
  for (const one of cases) {
    for (const judged of one.links.values()) {
      const file = fileOf(one, judged.link);
      const wanted = movedLocator(one, judged, file, moved);
      if (wanted.length > 0)
        push(byFile, file, { place: { case: one.case.id, key: judged.link.key }, wanted, judged });
    }
  }
  return byFile;
}

function writeLinks(
  { text, read, reread }: ClaimText,
  links: readonly LinkToWrite[],
): { readonly edits: readonly TextEdit[]; readonly left: ReadonlySet<string> } {
  const { edits, left } = repointAll(text, read, links, (other) => reread(other));
  return { edits, left: new Set(left.map(({ key }) => key)) };
}

interface Renamed {
  readonly from: string;
  readonly to: string;
}

function casesRenamed(before: ReadResult, after: ReadResult): Renamed[] {
  return before.cases.flatMap(({ id }, i) => {
    const to = after.cases[i]?.id;
    return to === undefined || to === id ? [] : [{ from: id, to }];
  });
}

/** The edits, with references to cases that are called otherwise, where each is of one case only. */
function withReferences(
  { cases }: Snapshot,
  files: readonly FileEdits[],
  renamed: readonly Renamed[],
  texts: Texts,
): FileEdits[] {
  const all = new Map(files.map((one) => [one.file, one]));
  for (const { from, to } of renamed) {
    if (cases.filter((one) => one.case.id === from).length !== 1) continue;
    const prefix = `${from}/`;
    const byFile = new Map<string, JudgedCase['case']['references'][number]['range'][]>();
    for (const one of cases)
      for (const reference of one.case.references)
        if (reference.target.startsWith(prefix)) push(byFile, fileOf(one, reference), reference.range);
    for (const [file, ranges] of byFile) {
      const claimText = texts.claimText(file);
      if (!claimText) continue;
      const index = new LineIndex(claimText.text);
      const spans = ranges.flatMap((range) => {
        const start = claimText.text.indexOf(from, index.offset(range.start));
        return start < 0 || start >= index.offset(range.end) ? [] : [{ start, end: start + from.length }];
      });
      const edited = renameCaseId(claimText.text, claimText.read, { from, to }, spans, (other) =>
        claimText.reread(other),
      );
      const before = all.get(file)?.edits ?? [];
      if (edited) all.set(file, { file, text: claimText.text, edits: [...before, ...edited.edits] });
    }
  }
  return [...all.values()];
}
