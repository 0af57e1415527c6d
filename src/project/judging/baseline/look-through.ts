import type { Fragment } from '../../../evidence/fragment.ts';
import { type PathLocator, formatLocator, parseLocator } from '../../../evidence/locator.ts';
import type { ChangedWord } from '../../../history/changed-words.ts';
import { folderOf, joinPath, normalizePath } from '../../../model/paths.ts';
import type { ReviewRecord } from '../../../model/review.ts';
import type { MadeLine } from '../../subject/claim-versions.ts';
import type { Subject } from '../../subject/subject.ts';
import type { SubjectHistory } from '../../subject/subject-history.ts';
import { versionAt } from '../../subject/versions.ts';
import type { Version } from '../changes/compare.ts';
import { isRenamed } from '../gone/renamed-symbol.ts';
import { idsBefore, isNewId } from './new-id.ts';
import type { ResolvedLink } from '../resolve/resolve-link.ts';

/** How many commits that only led a link to where its evidence is are looked through. */
const MOST_HOPS = 5;
/** How many files of a folder are asked where they were. */
const MOST_VOTES = 50;

/** A link whose lines are followed beyond commits that judged nothing. */
export interface FollowedLink {
  readonly resolved: ResolvedLink;
  readonly subject: Subject;
  /** What the link's claim is called and, if it has an id, the evidence. */
  readonly ids?: readonly string[];
  /** The review of the link when it was another one. */
  readonly reviewedAs?: ((name: LinkName) => ReviewRecord | undefined) | undefined;
}

/**
 * The line that judged a link, of those that make it. Mostly that is the one that was touched last. A commit that only led the link to where the same
 * evidence is now (its file was renamed, or a part of it is named in place of the whole), or that put another marker before an item of a list, judged nothing: what
 * changed before it would be hidden. Then the line that stood there before counts, some commits back at most. No process but those that tell what the
 * evidence was called at the older commit, which are asked to compare it in any case.
 *
 * @param claimFile its path in the subject's repository
 * @param lines as blame names them
 * @param idsAtHead what the link's claim and evidence are called at HEAD
 */
export async function lineThatJudged(
  claimFile: string,
  lines: readonly MadeLine[],
  link: FollowedLink,
  idsAtHead?: readonly string[],
): Promise<JudgingLine> {
  const history = link.subject.history!;
  let made = lines;
  let called = symbolOf(link);
  // Each commit knows the ids that were given before it only.
  let ids = idsAtHead ?? link.ids ?? [];
  const nameAtHead = { claim: ids[0] === link.ids?.[0] ? undefined : ids[0], locator: '' };
  const earlier: LinkName[] = [];
  const judged = async (): Promise<JudgingLine> => ({
    ...(await newestOf(claimFile, made, history)),
    earlier,
    ...(called !== undefined && called !== symbolOf(link) && { calledThen: called }),
  });
  for (let hop = 0; hop < MOST_HOPS; hop++) {
    const last = await newestOf(claimFile, made, history);
    const next: MadeLine[] = [];
    const words: ChangedWord[] = [];
    let before = called;
    for (const line of made) {
      const older =
        line.commit === last.commit ? await olderLine(claimFile, line, { ...link, ids }) : { made: line };
      if (!older) return judged();
      next.push(older.made);
      words.push(...(older.words ?? []));
      before = older.renames?.find(({ to }) => to === called)?.from ?? before;
    }
    [made, called] = [next, before];
    ids = idsBefore(words, ids, last.path ?? claimFile);
    if (words.length > 0) earlier.push(nameBefore(words, earlier.at(-1) ?? nameAtHead, link));
  }
  return judged();
}

/** What a link was when its line was another one. */
export interface LinkName {
  /** The id of its claim, where that was another. */
  readonly claim: string | undefined;
  readonly locator: string;
}

/** The line that judged a link. */
export interface JudgingLine extends MadeLine {
  /** What the link was before commits that were looked through, the newest first. */
  readonly earlier: readonly LinkName[];
  /** What the symbol was called in that commit, where it had another name. */
  readonly calledThen?: string;
}

/** A symbol that got another name in its file. */
interface RenamedSymbol {
  readonly from: string;
  readonly to: string;
}

function symbolOf({ resolved: { locator } }: FollowedLink): string | undefined {
  return locator.kind === 'path' && locator.fragment?.kind === 'symbol' ? locator.fragment.name : undefined;
}

/** The line that was touched last: by its place in history and not by dates, which may lie. One or more lines. */
export function newestLine(claimFile: string, lines: readonly MadeLine[], history: SubjectHistory): MadeLine {
  const age = ({ commit }: MadeLine): number => history.ageOf(claimFile, commit);
  return lines.reduce((a, b) => (age(b) < age(a) ? b : a));
}

/**
 * The same where some were touched while the file had another name: they are older than all others, and among themselves as the history of these names has it,
 * for which a process is started.
 */
async function newestOf(
  claimFile: string,
  lines: readonly MadeLine[],
  history: SubjectHistory,
): Promise<MadeLine> {
  const newest = newestLine(claimFile, lines, history);
  const isKnown = history.ageOf(claimFile, newest.commit) < Number.MAX_SAFE_INTEGER;
  if (isKnown || lines.every(({ commit }) => commit === newest.commit)) return newest;
  const touches = await history.touches([...new Set(lines.map(({ path = claimFile }) => path))]);
  const order = (touches ?? []).map(({ commit }) => commit);
  const age = ({ commit }: MadeLine): number => (order.includes(commit) ? order.indexOf(commit) : Infinity);
  return lines.reduce((a, b) => (age(b) < age(a) ? b : a));
}

/** The line that stood in place of another, if that means the same. */
async function olderLine(
  claimFile: string,
  line: MadeLine,
  link: FollowedLink,
): Promise<
  | {
      readonly made: MadeLine;
      readonly renames?: readonly RenamedSymbol[];
      readonly words?: readonly ChangedWord[];
    }
  | undefined
> {
  for (const { made, readings } of await link.subject.history!.versionsOf(claimFile).before(line)) {
    if (readings.length === 0) return { made };
    for (const words of readings) {
      const now = { commit: line.commit, file: line.path ?? claimFile };
      const then = { commit: made.commit, file: made.path ?? claimFile };
      const same = await Promise.all(words.map((word) => compareWords(word, now, then, link)));
      if (same.every(Boolean)) return { made, words, renames: same.filter((one) => typeof one === 'object') };
    }
  }
  return undefined;
}

/** A claim file as a commit had it. */
interface ClaimVersion {
  readonly commit: string;
  readonly file: string;
}

/** What the links of a claim file may be relative to; those of native files are not. */
function documentFolder({ file }: ClaimVersion): string | undefined {
  return /\.case\.ya?ml$/i.test(file) ? undefined : folderOf(file);
}

function readLocator(text: string, folder: string | undefined): ReturnType<typeof parseLocator> {
  return parseLocator(text, folder === undefined ? {} : { documentFolder: folder });
}

/** What a link was before some of its words changed. */
function nameBefore(
  words: readonly ChangedWord[],
  { claim, locator }: LinkName,
  { resolved, ids }: FollowedLink,
): LinkName {
  const [claimNow, locatorNow] = [claim ?? ids?.[0], locator || formatLocator(resolved.locator)];
  const before = (now: string | undefined): string | undefined =>
    words.find((word) => word.now === now)?.then;
  return { claim: before(claimNow) ?? claim, locator: before(locatorNow) ?? locatorNow };
}

/** Whether a locator leads to what another led to, and to nothing more of it: a renamed symbol, if it does so by another name. */
async function compareWords(
  word: ChangedWord,
  now: ClaimVersion,
  then: ClaimVersion,
  link: FollowedLink,
): Promise<boolean | RenamedSymbol> {
  if (isNewId(word, link.ids ?? [], now.file)) return true;
  const [folderThen, folder] = [documentFolder(then), documentFolder(now)];
  const [before, after] = [readLocator(word.then, folderThen), readLocator(word.now, folder)];
  if (before?.kind !== 'path' || after?.kind !== 'path') return false;
  const written = namesOf(before, folderThen);
  // Whoever names another file while the one before is still there means another one.
  if (before.path !== after.path && (await isThere(now.commit, written, link))) return false;
  const isWritten = (path: string): boolean =>
    written.some((name) => name === path || (folderThen !== undefined && path.endsWith(`/${name}`)));
  for (const place of new Set([...placesOf(link), ...namesOf(after, folder)])) {
    const old = await placeThen(then.commit, place, link);
    if (old && isWritten(old.path))
      return compareParts(before.fragment, after.fragment, old, [now.commit, place], link);
  }
  return false;
}

/** The same for the parts that they name. @param old where the file was @param place what had been made of it, at a commit */
async function compareParts(
  before: Fragment | undefined,
  after: Fragment | undefined,
  old: Place,
  [commit, path]: readonly [string, string],
  link: FollowedLink,
): Promise<boolean | RenamedSymbol> {
  if (before === undefined && after === undefined) return true;
  // Which lines a number stands for, only its own commit knows; and who names the whole of it means more.
  if (after === undefined || (before === undefined && after.kind === 'lines')) return false;
  if (before && textOf(before) === textOf(after)) return true;
  const { comparer } = link.subject;
  const then = await versionOf(old, link);
  // A part that a file got only later was chosen anew.
  if (!before) return then !== undefined && (await comparer.locate(then, after)).kind === 'lines';
  if (before.kind !== 'symbol' || after.kind !== 'symbol') return false;
  const now = await versionOf(await placeThen(commit, path, link), link);
  if (!then || !now || !(await isRenamed([then, before.name], [now, after.name], comparer))) return false;
  return { from: before.name, to: after.name };
}

function textOf(fragment: Fragment): string {
  return formatLocator({ kind: 'path', path: '', form: 'file', fragment });
}

/** The paths that a locator may stand for: from the root, or from its document's folder. */
function namesOf({ path }: PathLocator, folder: string | undefined): string[] {
  const fromDocument = folder === undefined ? undefined : normalizePath(joinPath(folder, path));
  return fromDocument === undefined ? [path] : [path, fromDocument];
}

async function isThere(
  commit: string,
  names: readonly string[],
  { subject }: FollowedLink,
): Promise<boolean> {
  for (const name of names) if (await subject.history!.has(commit, name)) return true;
  return false;
}

/** Where the link leads now. */
function placesOf({ resolved: { resolution } }: FollowedLink): string[] {
  return resolution?.kind === 'found' ? [resolution.path] : [];
}

/** Where a file or a folder was; a folder without an id. */
interface Place {
  readonly path: string;
  readonly oid?: string;
}

/** What a file or folder was at a commit, by what git says of renames. */
async function placeThen(commit: string, place: string, link: FollowedLink): Promise<Place | undefined> {
  const history = link.subject.history!;
  const then = await history.atCommit(commit, place);
  if (then && typeof then === 'object') return then;
  const { resolution } = link.resolved;
  if (resolution?.kind !== 'found' || resolution.form !== 'folder' || resolution.path !== place)
    return undefined;
  if (await history.has(commit, place)) return { path: place };
  const asked = resolution.paths.slice(0, MOST_VOTES);
  const votes = new Map<string, number>();
  for (const path of asked) {
    const rest = path.slice(place.length);
    const file = await history.atCommit(commit, path);
    if (!file || typeof file === 'string' || !file.path.endsWith(rest)) continue;
    const before = file.path.slice(0, -rest.length);
    votes.set(before, (votes.get(before) ?? 0) + 1);
  }
  const most = [...votes].find(([, count]) => count * 2 > asked.length);
  return most && { path: most[0] };
}

async function versionOf(place: Place | undefined, { subject }: FollowedLink): Promise<Version | undefined> {
  if (place?.oid === undefined) return undefined;
  const version = await versionAt({ path: place.path, oid: place.oid }, subject);
  return typeof version === 'object' ? version : undefined;
}
