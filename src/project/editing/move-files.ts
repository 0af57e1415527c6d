import { renameCaseId } from '../../formats/editing/case-id.ts';
import { redirect } from '../../formats/editing/redirect.ts';
import type { Repointing } from '../../formats/editing/repoint-all.ts';
import { applyEdits } from '../../formats/editing/text-edit.ts';
import { reviewFileOf } from '../../formats/reviews/review-file.ts';
import type { ReadResult } from '../../formats/format.ts';
import { fileOf } from '../../model/file-of.ts';
import { push } from '../../model/multimap.ts';
import { LineIndex, type Range } from '../../model/text.ts';
import type { JudgedCase, JudgedLink, Snapshot } from '../snapshot.ts';
import { carryBetween, carryReviews } from './carry-reviews.ts';
import { type ReferenceIn, referencesToCase } from './case-references.ts';
import type { FileEdits, Texts } from './file-edits.ts';
import { movedDestinations } from './moved-destinations.ts';
import { movedLocator } from './moved-locator.ts';
import { type RenamedComments, joinEdits, renameCaseInComments } from './rename-in-comments.ts';
import { requiredOfCase } from './required-of-case.ts';
import { type MovedPaths, type PathMove, movedPaths } from './moved-paths.ts';
import { movedSettings } from './moved-settings.ts';

/** A link that an edit does not take along. */
export interface LeftLink {
  readonly file: string;
  readonly locator: string;
  /** No locator can name the path that it would have to. */
  readonly unsayable?: boolean;
  /** The path that it would have to name is a pattern in settings. */
  readonly pattern?: boolean;
}

/** What has to be done along with moves of files and folders. */
export interface Following {
  /** Edits of files where they are before the moves. */
  readonly files: readonly FileEdits[];
  /** Further files that move along: the reviews of claim files. */
  readonly moves: readonly PathMove[];
  /** Links that cannot be written otherwise here, in drawings for instance. */
  readonly left: readonly LeftLink[];
  /** References that may mean a case which is called otherwise, or another of that name; by its former id. */
  readonly unsure: ReadonlyMap<string, readonly ReferenceIn[]>;
  /** What becomes of the comments of code that name such a case; by its former id. */
  readonly comments: ReadonlyMap<string, RenamedComments>;
}

/**
 * What has to be done for the claims to rest on the same evidence once files and folders have other paths: locators are written anew, those that start at a
 * document which moves included, and so are pictures, modules and what the settings name; reviews move with their claim files and count for the new locators; references to a case that is called like its file are
 * followed.
 */
export async function followMoves(
  snapshot: Snapshot,
  moves: readonly PathMove[],
  texts: Texts,
): Promise<Following> {
  const moved = movedPaths(moves);
  const files: FileEdits[] = [];
  const left: LeftLink[] = [];
  const alongside: PathMove[] = [];
  const renamedCases: Renamed[] = [];
  const claimFiles = new Set(snapshot.claimFiles);
  const isThere = async (file: string): Promise<boolean> => claimFiles.has(file) || texts.isThere(file);
  const toWrite = linksToWrite(snapshot, moved);
  for (const file of new Set([...toWrite.keys(), ...claimFiles])) {
    const { links = [], unsayable = [] } = toWrite.get(file) ?? {};
    left.push(...unsayable.map(({ link: { locator } }) => ({ file, locator, unsayable: true })));
    const claimText = texts.claimText(file);
    const isDrawing = claimText?.read.cases[0]?.format === 'drawio';
    if (!claimText || isDrawing) {
      left.push(...links.map(({ judged }) => ({ file, locator: judged.link.locator })));
      continue;
    }
    const { text, read, reread } = claimText;
    const others = await movedDestinations(claimText, snapshot.cases, moved, isThere);
    if (links.length === 0 && others.length === 0) continue;
    const written = redirect(text, read, links, others, (other) => reread(other));
    if (written.edits.length > 0) files.push({ file, text, edits: written.edits });
    const missed = new Set<Repointing>(written.left);
    const isLeft = links.filter((link) => missed.has(link));
    left.push(...isLeft.map(({ judged }) => ({ file, locator: judged.link.locator })));
  }
  for (const file of new Set(snapshot.cases.map((one) => one.file))) {
    const claimText = texts.claimText(file);
    if (!claimText) continue;
    const edits = files.find((one) => one.file === file)?.edits ?? [];
    const newFile = moved.fileAt(file);
    if (edits.length === 0 && newFile === file) continue;
    const after = claimText.reread(applyEdits(claimText.text, edits), newFile);
    renamedCases.push(...casesRenamed(snapshot, file, claimText.read, after));
    files.push(...(await carryReviews(file, carryBetween(claimText.read, after), texts)));
    const [reviews, newReviews] = [reviewFileOf(file), reviewFileOf(newFile)];
    if (moved.fileAt(reviews) !== newReviews && (await texts.text(reviews)) !== undefined)
      alongside.push({ from: reviews, to: newReviews });
  }
  const settings = new Set(await Promise.all([...claimFiles].map((file) => texts.settingsOf(file))));
  for (const file of settings) {
    const followed = file === undefined ? undefined : await movedSettings(file, moved, texts);
    files.push(...(followed?.files ?? []));
    left.push(...(followed?.left ?? []));
  }
  const inClaims = withReferences(snapshot, files, renamedCases, texts);
  const unsure = new Map(
    renamedCases.map(({ one }) => [one.case.id, referencesToCase(snapshot, one).unsure] as const),
  );
  const elsewhere = await namesOf(snapshot, renamedCases, texts);
  return {
    files: joinEdits([...inClaims, ...elsewhere.files]),
    moves: alongside,
    left,
    unsure,
    comments: elsewhere.comments,
  };
}

interface LinkToWrite extends Repointing {
  readonly judged: JudgedLink;
}

interface LinksToWrite {
  readonly links: LinkToWrite[];
  /** Those whose new place no locator can name. */
  readonly unsayable: JudgedLink[];
}

/** The links that have to be written otherwise, by the files that they are in. */
function linksToWrite({ cases }: Snapshot, moved: MovedPaths): Map<string, LinksToWrite> {
  const byFile = new Map<string, LinksToWrite>();
  for (const one of cases) {
    for (const judged of one.links.values()) {
      const file = fileOf(one, judged.link);
      const wanted = movedLocator(one, judged, file, moved);
      if (wanted.length === 0) continue;
      const known = byFile.get(file) ?? { links: [], unsayable: [] };
      byFile.set(file, known);
      if (wanted === 'unsayable') known.unsayable.push(judged);
      else known.links.push({ place: { case: one.case.id, key: judged.link.key }, wanted, judged });
    }
  }
  return byFile;
}

interface Renamed {
  readonly one: JudgedCase;
  readonly to: string;
}

/** The cases of a file that are called otherwise once it is. */
function casesRenamed({ cases }: Snapshot, file: string, before: ReadResult, after: ReadResult): Renamed[] {
  return before.cases.flatMap(({ id }, i) => {
    const to = after.cases[i]?.id;
    const one = cases.find((each) => each.file === file && each.case.id === id);
    return to === undefined || to === id || !one ? [] : [{ one, to }];
  });
}

/** The edits of comments of code, and of settings, that name the nodes of cases which are called otherwise. */
async function namesOf(
  snapshot: Snapshot,
  renamed: readonly Renamed[],
  texts: Texts,
): Promise<Pick<Following, 'files' | 'comments'>> {
  const files: FileEdits[] = [];
  const comments = new Map<string, RenamedComments>();
  for (const { one, to } of renamed) {
    const inComments = await renameCaseInComments(snapshot, one, to, texts);
    comments.set(one.case.id, inComments);
    files.push(...inComments.files, ...(await requiredOfCase(snapshot, one, to, texts)));
  }
  return { files, comments };
}

/** The edits, with references to cases that are called otherwise. Those that may mean another case stay. */
function withReferences(
  snapshot: Snapshot,
  files: readonly FileEdits[],
  renamed: readonly Renamed[],
  texts: Texts,
): FileEdits[] {
  const all = new Map(files.map((one) => [one.file, one]));
  for (const { one, to } of renamed) {
    const from = one.case.id;
    const byFile = new Map<string, Range[]>();
    for (const { file, reference } of referencesToCase(snapshot, one).sure)
      push(byFile, file, reference.range);
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
