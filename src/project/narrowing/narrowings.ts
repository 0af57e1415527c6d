import { parseFragment } from '../../evidence/fragment.ts';
import { parseRepositoryUrl } from '../../model/repository-url.ts';
import type { EvidenceState } from '../../model/state.ts';
import type { Version } from '../judging/changes/compare.ts';
import { inTurns } from '../judging/in-turns.ts';
import type { JudgedCase, JudgedLink } from '../snapshot.ts';
import type { Subject } from '../subject/subject.ts';
import { versionAt } from '../subject/versions.ts';
import { namedParts } from './named-parts.ts';
import { type LinesOf, type TextOf, linesOf, wordsAt } from './words-at.ts';

/** A named part of a file that a link leads to the whole of. */
export interface NamedPart {
  /** The locator with the part behind `#`. */
  readonly locator: string;
  /** The part, as the locator has it. */
  readonly part: string;
  /** What names it: the words of the claim, of its evidence and around the link, or another link of the same node. */
  readonly namedBy?: 'claim' | 'mention';
  /** Another link that the same node cites leads there already. */
  readonly linked?: true;
}

/** A part of a file that a link to the whole of it may mean. */
export interface NarrowTarget extends NamedPart {
  /** How it stands to what it was at the link's baseline; left out where there is none. */
  readonly changed?: boolean;
}

/** How a link to a whole file could point more precisely. */
export interface Narrowing {
  readonly link: JudgedLink;
  /** All parts of the file that have names, those first that are named. */
  readonly targets: readonly NarrowTarget[];
}

/** Of the states of a link, those in which pointing more precisely is of use. */
const JUDGED: ReadonlySet<EvidenceState> = new Set(['stale', 'current', 'unreviewed']);

/** Whether a link leads to the whole of one file, which could be too much. An address on the web cannot name a part. */
export function isWholeFile({ link, verdict }: JudgedLink): boolean {
  const [target, ...others] = verdict.targets;
  const isOneFile = target !== undefined && others.length === 0 && target.whole && target.startLine > 0;
  if (!isOneFile || link.expect !== undefined || !JUDGED.has(verdict.state)) return false;
  return !link.locator.includes('#') && !parseRepositoryUrl(link.locator);
}

/**
 * What links to whole files could be narrowed to. Links to files that have no named parts are left out. Git is asked at most for the
 * baselines' content.
 */
export async function narrowingsOf(
  one: JudgedCase,
  links: readonly JudgedLink[],
  subject: Subject,
  textOf: TextOf,
): Promise<Narrowing[]> {
  const lines = linesOf(textOf);
  const found = await inTurns(links.filter(isWholeFile), (link) => narrowingOf(one, link, subject, lines));
  return found.flatMap((narrowing) => narrowing ?? []);
}

/**
 * The named parts of the file that a link leads to the whole of, in the order of the file; none where it leads to something else, or to a
 * file without such parts. Reads that file, if it is not known yet.
 */
export async function partsOfLink(
  one: JudgedCase,
  judged: JudgedLink,
  subject: Subject,
  textOf: TextOf,
): Promise<readonly NamedPart[]> {
  const now = isWholeFile(judged) ? await versionNow(judged, subject) : undefined;
  return now ? partsNow(one, judged, now, subject, linesOf(textOf)) : [];
}

async function narrowingOf(
  one: JudgedCase,
  judged: JudgedLink,
  subject: Subject,
  lines: LinesOf,
): Promise<Narrowing | undefined> {
  const now = await versionNow(judged, subject);
  const parts = now && (await partsNow(one, judged, now, subject, lines));
  if (!parts || parts.length === 0) return undefined;
  const then = await versionThen(judged, subject);
  const targets = await inTurns(parts, async (part): Promise<NarrowTarget> => {
    const changed = then && (await hasChanged(then, now, part.part, judged, subject));
    return { ...part, ...(changed !== undefined && { changed }) };
  });
  const rank = ({ namedBy }: NarrowTarget): number => (namedBy === undefined ? 1 : 0);
  return { link: judged, targets: targets.sort((a, b) => rank(a) - rank(b)) };
}

async function partsNow(
  one: JudgedCase,
  judged: JudgedLink,
  now: Version,
  { comparer }: Subject,
  lines: LinesOf,
): Promise<readonly NamedPart[]> {
  const names = (await comparer.names(now)) ?? [];
  const claimed = new Set(namedParts(names, wordsAt(one, judged, lines)));
  const others = partsBeside(one, judged, now.path);
  return names.map((part): NamedPart => {
    const beside = others.get(part);
    const namedBy = claimed.has(part) ? 'claim' : beside && 'mention';
    return {
      locator: `${judged.link.locator}#${part}`,
      part,
      ...(namedBy && { namedBy }),
      ...(beside === 'cited' && { linked: true }),
    };
  });
}

async function versionNow({ verdict }: JudgedLink, subject: Subject): Promise<Version | undefined> {
  const now = await subject.contents.read(verdict.targets[0]!.path);
  return now.kind === 'text' ? now : undefined;
}

/** The file as it was at the link's baseline. */
async function versionThen({ verdict }: JudgedLink, subject: Subject): Promise<Version | undefined> {
  const { baseline } = verdict;
  const then = baseline && (await subject.history?.atCommit(baseline.commit, baseline.path));
  const version = then && typeof then === 'object' ? await versionAt(then, subject) : undefined;
  return typeof version === 'object' ? version : undefined;
}

async function hasChanged(
  then: Version,
  now: Version,
  part: string,
  { link }: JudgedLink,
  { comparer }: Subject,
): Promise<boolean | undefined> {
  const parsed = parseFragment(part, now.path);
  if (!('fragment' in parsed)) return undefined;
  const { kind } = await comparer.compare(then, now, parsed.fragment, link.watch);
  return kind === 'different' || kind === 'absent-before';
}

/** The parts of the file that other links of the same node lead to: cited ones, or such that are only mentioned. */
function partsBeside(
  one: JudgedCase,
  { link }: JudgedLink,
  path: string,
): ReadonlyMap<string, 'cited' | 'mentioned'> {
  const parts = new Map<string, 'cited' | 'mentioned'>();
  for (const other of one.links.values()) {
    if (other.link.parent !== link.parent || other.verdict.targets[0]?.path !== path) continue;
    const [, part] = /^[^#]*#(.+)$/.exec(other.link.locator) ?? [];
    if (part === undefined) continue;
    if (other.link.cited || !parts.has(part)) parts.set(part, other.link.cited ? 'cited' : 'mentioned');
  }
  return parts;
}
