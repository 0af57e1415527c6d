import type { Fragment } from '../../../evidence/fragment.ts';
import type { PathTouch } from '../../../history/touches.ts';
import { push } from '../../../model/multimap.ts';
import type { Verdict } from '../../../model/verdict.ts';
import type { Subject } from '../../subject/subject.ts';
import { thenAt, versionAt } from '../../subject/versions.ts';
import { inTurns } from '../in-turns.ts';
import type { ResolvedLink } from '../resolve/resolve-link.ts';
import { sayDeleted, sayNoPart } from './say-part.ts';
import { unlessGitFails } from '../unread.ts';

/** How many commits to one file are looked at to find the one that took a part of it away. */
const MOST_COMMITS = 100;

/** A link and what was found of it. */
interface Judged {
  readonly resolved: ResolvedLink;
  readonly verdict: Verdict | 'not-evidence' | undefined;
}

/** A part that its file has not. */
interface GonePart {
  readonly path: string;
  readonly fragment: Fragment;
}

/** Says of each part that its file has no more (a symbol, a heading, a key, a region) which commit took it away. One process for all of them. */
export async function explainGone<T extends Judged>(
  judged: readonly T[],
  subject: Subject,
  now: Date,
): Promise<T[]> {
  const { history } = subject;
  const gone = judged.flatMap((one) => partOf(one) ?? []);
  if (!history || gone.length === 0) return [...judged];
  const paths = [...new Set(gone.map(({ path }) => path))];
  const touches = new Map<string, PathTouch[]>();
  for (const touch of (await unlessGitFails(history.touches(paths), [])) ?? [])
    push(touches, touch.path, touch);
  return inTurns(judged, async (one) => {
    const part = partOf(one);
    const found = part && (await takenAway(part, touches.get(part.path) ?? [], subject));
    return found ? { ...one, verdict: withCause(one.verdict as Verdict, part, found, now) } : one;
  });
}

function partOf({ resolved: { spoken, locator: taken }, verdict: found }: Judged): GonePart | undefined {
  if (!found || found === 'not-evidence' || found.reason !== 'symbol-missing') return undefined;
  const path = found.targets[0]?.path;
  const locator = spoken ?? taken;
  const fragment = locator.kind === 'path' ? locator.fragment : undefined;
  return path === undefined || !fragment ? undefined : { path, fragment };
}

/** The commit that took a part away; undefined where it never was there, as far as can be told. */
async function takenAway(
  part: GonePart,
  touches: readonly PathTouch[],
  subject: Subject,
): Promise<PathTouch | 'uncommitted' | undefined> {
  const head = await thenAt({ kind: 'head' }, part.path, subject);
  if (head && typeof head === 'object' && (await hasPart(head.oid, part, subject))) return 'uncommitted';
  for (const touch of touches.slice(0, MOST_COMMITS)) {
    const before: (boolean | undefined)[] = [];
    for (const oid of touch.parents)
      before.push(oid === undefined ? undefined : await hasPart(oid, part, subject));
    // What is older cannot be told: the file was made here, or this clone has not got what was before.
    if (before.length === 0 || before.includes(undefined)) return undefined;
    if (before.every(Boolean)) return touch;
  }
  return undefined;
}

/** Undefined where the version cannot be read. */
async function hasPart(
  oid: string,
  { path, fragment }: GonePart,
  subject: Subject,
): Promise<boolean | undefined> {
  const version = await versionAt({ path, oid }, subject);
  if (version === 'not-text') return false;
  if (typeof version !== 'object') return undefined;
  // Few versions need a parse: those that have the word at all.
  if (!version.text.includes(wordOf(fragment))) return false;
  const { kind } = await subject.comparer.locate(version, fragment);
  return kind === 'lines' || kind === 'ambiguous';
}

/** What stands in every text that has such a part; '' where nothing has to. */
function wordOf(fragment: Fragment): string {
  if (fragment.kind === 'region') return fragment.name;
  if (fragment.kind !== 'symbol') return '';
  return fragment.name.replace(/~\d+$/, '').split(/[.:]/).at(-1)!;
}

function withCause(
  found: Verdict,
  { path, fragment }: GonePart,
  cause: PathTouch | 'uncommitted',
  now: Date,
): Verdict {
  const begin = sayNoPart(path, fragment);
  if (!found.message.startsWith(begin)) return found;
  const message = sayDeleted(path, fragment, cause, now) + found.message.slice(begin.length);
  if (cause === 'uncommitted') return { ...found, message };
  const { commit, author, date, summary } = cause;
  return { ...found, message, changes: [{ commit, author, date, summary, path }] };
}
