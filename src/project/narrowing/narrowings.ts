import { parseFragment } from '../../evidence/fragment.ts';
import { parseLocator } from '../../evidence/locator.ts';
import type { EvidenceState } from '../../model/state.ts';
import type { Version } from '../judging/compare.ts';
import { inTurns } from '../judging/in-turns.ts';
import type { JudgedCase, JudgedLink } from '../snapshot.ts';
import type { Subject } from '../subject/subject.ts';
import { versionAt } from '../subject/versions.ts';
import { namedParts } from './named-parts.ts';

/** A part of a file that a link to the whole of it may mean. */
export interface NarrowTarget {
  /** The locator with the part behind `#`. */
  readonly locator: string;
  /** The part, as the locator has it. */
  readonly part: string;
  /** What names it: the words of the claim or of its evidence, or another link of the same node. */
  readonly namedBy?: 'claim' | 'mention';
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

/** Whether a link leads to the whole of one file, which could be too much. */
export function isWholeFile({ link, verdict }: JudgedLink): boolean {
  const [target, ...others] = verdict.targets;
  const isOneFile = target !== undefined && others.length === 0 && target.whole && target.startLine > 0;
  return isOneFile && link.expect === undefined && !link.locator.includes('#') && JUDGED.has(verdict.state);
}

/**
 * What links to whole files could be narrowed to. Links to files that have no named parts are left out. Git is asked at most for the
 * baselines' content.
 */
export async function narrowingsOf(
  one: JudgedCase,
  links: readonly JudgedLink[],
  subject: Subject,
): Promise<Narrowing[]> {
  const found = await inTurns(links.filter(isWholeFile), (link) => narrowingOf(one, link, subject));
  return found.flatMap((narrowing) => narrowing ?? []);
}

async function narrowingOf(
  one: JudgedCase,
  judged: JudgedLink,
  subject: Subject,
): Promise<Narrowing | undefined> {
  const { path } = judged.verdict.targets[0]!;
  const now = await subject.contents.read(path);
  if (now.kind !== 'text') return undefined;
  const names = await subject.comparer.names(now);
  if (!names || names.length === 0) return undefined;
  const then = await versionThen(judged, subject);
  const mentioned = new Set(partsMentioned(one, judged, path));
  const claimed = new Set(namedParts(names, wordsOf(one, judged)));
  const targets = await inTurns(names, async (part): Promise<NarrowTarget> => {
    const namedBy = claimed.has(part) ? 'claim' : mentioned.has(part) ? 'mention' : undefined;
    const changed = then && (await hasChanged(then, now, part, judged, subject));
    return {
      locator: `${judged.link.locator}#${part}`,
      part,
      ...(namedBy && { namedBy }),
      ...(changed !== undefined && { changed }),
    };
  });
  const rank = ({ namedBy }: NarrowTarget): number => (namedBy === undefined ? 1 : 0);
  return { link: judged, targets: targets.sort((a, b) => rank(a) - rank(b)) };
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

/** What is said at the link: by its node, and by the evidence node that it belongs to. */
function wordsOf(one: JudgedCase, { link }: JudgedLink): string {
  const keys = [link.parent, ...(link.node === undefined ? [] : [link.node])];
  return keys.map((key) => one.nodes.get(key)?.node.text ?? '').join('\n');
}

/** The parts of the file that other links of the same node lead to, also those that are only mentioned. */
function partsMentioned(one: JudgedCase, { link }: JudgedLink, path: string): string[] {
  return [...one.links.values()].flatMap((other) => {
    const isHere = other.link.parent === link.parent && other.verdict.targets[0]?.path === path;
    const locator = isHere ? parseLocator(other.link.locator) : undefined;
    if (locator?.kind !== 'path' || !locator.fragment || locator.fragment.kind === 'lines') return [];
    return [other.link.locator.slice(other.link.locator.indexOf('#') + 1)];
  });
}
