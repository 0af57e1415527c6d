import { followLines } from '../../evidence/follow-lines.ts';
import { parseFragment } from '../../evidence/fragment.ts';
import { isGlob } from '../../evidence/glob.ts';
import type { Fragment } from '../../evidence/fragment.ts';
import { parseLocator } from '../../evidence/locator.ts';
import { say } from '../../l10n/say.ts';
import type { EvidenceLink } from '../../model/case.ts';
import { fileOf } from '../../model/file-of.ts';
import { folderOf } from '../../model/paths.ts';
import { parseRepositoryUrl } from '../../model/repository-url.ts';
import type { Target } from '../../model/verdict.ts';
import { resolveLink } from '../judging/resolve/resolve-link.ts';
import type { JudgedCase, JudgedLink } from '../snapshot.ts';
import type { TextContent } from '../subject/contents.ts';
import { type Subject, inSubject } from '../subject/subject.ts';
import { type Then, isUnread, versionAt } from '../subject/versions.ts';
import type { Version } from '../judging/changes/compare.ts';
import type { Base } from './base.ts';
import { compareFolder } from './compare-folder.ts';
import type { Difference } from './impact.ts';

/** What a link's evidence became since the base: a difference, the same in a file that changed elsewhere, or the same in the same file. */
export type LinkComparison = Difference | 'untouched' | 'same';

/** The links of a subject, compared with its base. */
export interface LinkComparer {
  compare(one: JudgedCase, judged: JudgedLink): Promise<LinkComparison>;
}

function notYet(): Difference {
  return { kind: 'unknown', why: say('It has not been compared yet.') };
}

/** Compares links by what they name and not by their files. @throws GitError */
export function linkComparer(subject: Subject, base: Base): LinkComparer {
  const documentFolder = (one: JudgedCase, link: EvidenceLink): { documentFolder?: string } => {
    const document = inSubject(subject, fileOf(one, link));
    return document === undefined ? {} : { documentFolder: folderOf(document) };
  };

  /** Where a link that leads nowhere now led at the base. */
  async function lost(one: JudgedCase, { link }: JudgedLink): Promise<LinkComparison> {
    const files = await base.files();
    if (!files) return notYet();
    const { locator, resolution } = resolveLink(link, files.index, {
      lenient: one.case.format !== 'yaml',
      ...documentFolder(one, link),
    });
    if (locator.kind !== 'path' || resolution?.kind !== 'found') return 'same';
    if (resolution.form !== 'file') return { kind: 'lost' };
    const before = { path: resolution.path, oid: files.ids.get(resolution.path)! };
    const now = await subject.contents.id(resolution.path);
    // The same file that does not hold it now did not hold it then.
    if ('oid' in now && now.oid === before.oid) return 'same';
    if (!locator.fragment) return { kind: 'lost', then: before };
    const version = await versionAt(before, subject);
    if (version === undefined) return notYet();
    if (typeof version === 'string') return unread(version);
    const located = await subject.comparer.locate(version, locator.fragment);
    return located.kind === 'lines' ? { kind: 'lost', then: before } : 'same';
  }

  async function compareFile(judged: JudgedLink, target: Target): Promise<LinkComparison> {
    const { link } = judged;
    const then = await base.at(target.path);
    if (then === undefined) return notYet();
    if (isUnread(then)) return unread(then);
    // Reports are made anew by builds, and mostly no commit has them.
    if (then === null) return link.expect === undefined ? { kind: 'added' } : 'same';
    const id = await subject.contents.id(target.path);
    if (!('oid' in id)) return { kind: 'unknown', why: say('It cannot be read now.') };
    if (id.oid === then.oid) return 'same';
    const [before, after] = await Promise.all([versionAt(then, subject), subject.contents.read(target.path)]);
    if (before === undefined || after.kind === 'not-asked') return notYet();
    if (isUnread(before)) return unread(before);
    if (typeof before === 'string' || after.kind !== 'text') return { kind: 'changed', then };
    if (target.whole) return compareWhole(judged, then, before, after);
    return comparePart(judged, then, before, after, target);
  }

  async function compareWhole(
    { link }: JudgedLink,
    then: Then,
    before: Version,
    after: Version,
  ): Promise<LinkComparison> {
    const { kind } = await subject.comparer.compare(before, after, undefined, link.watch);
    if (kind !== 'different') return 'untouched';
    const parts = await subject.comparer.parts(before, after);
    return { kind: 'changed', then, ...(parts && { parts }) };
  }

  async function comparePart(
    judged: JudgedLink,
    then: Then,
    before: Version,
    after: TextContent,
    target: Target,
  ): Promise<LinkComparison> {
    const { link } = judged;
    const named = fragmentOf(link, target.path);
    if (!named) return compareWhole(judged, then, before, after);
    const fragment = named.kind === 'lines' ? await linesThen(judged, named, before) : named;
    if (!fragment) {
      // Where they were cannot be said, but where they are now can be followed back.
      const lines: Fragment = { kind: 'lines', start: target.startLine, end: target.endLine };
      const { kind } = await subject.comparer.compare(after, before, lines, link.watch);
      return kind === 'different' || kind === 'absent-before' ? { kind: 'changed', then } : 'untouched';
    }
    const { kind } = await subject.comparer.compare(before, after, fragment, link.watch);
    if (kind === 'absent-before') return { kind: 'added' };
    return kind === 'different' ? { kind: 'changed', then } : 'untouched';
  }

  /** The numbers that lines had at the base, where a commit tells in which text the numbers of the locator are right. */
  async function linesThen(
    { verdict: { baseline } }: JudgedLink,
    { start, end }: Fragment & { kind: 'lines' },
    before: Version,
  ): Promise<Fragment | undefined> {
    if (baseline?.by === 'review') return undefined;
    const head = { commit: base.history.facts.head, path: before.path };
    const judgedAt = await base.history.atCommit(
      baseline?.commit ?? head.commit,
      baseline?.path ?? head.path,
    );
    if (!judgedAt || typeof judgedAt === 'string') return undefined;
    if (judgedAt.oid === before.oid) return { kind: 'lines', start, end };
    const version = await versionAt(judgedAt, subject);
    if (version === undefined || typeof version === 'string') return undefined;
    const followed = followLines(version.text, before.text, { start, end });
    return followed && { kind: 'lines', start: followed.start, end: followed.end };
  }

  return {
    compare(one, judged) {
      const { link, verdict } = judged;
      const [target, ...others] = verdict.targets;
      if (!target || verdict.state === 'broken') return lost(one, judged);
      if (target.startLine === 0 || others.length > 0 || standsForSeveral(link))
        return compareFolder(judged, subject, base, documentFolder(one, link));
      return compareFile({ link, verdict }, target);
    },
  };
}

/** Whether a locator may stand for other files at another time, however many it stands for now. */
function standsForSeveral({ locator: text }: EvidenceLink): boolean {
  const locator = parseLocator(text);
  return locator.kind === 'path' && !locator.fragment && isGlob(locator.path);
}

/** The part that a locator names; undefined for a whole file. */
function fragmentOf({ locator: text }: EvidenceLink, path: string): Fragment | undefined {
  const locator = parseLocator(text);
  if (locator.kind === 'path' && locator.fragment) return locator.fragment;
  const hash = text.indexOf('#');
  const behind = parseRepositoryUrl(text)?.fragment ?? (hash < 0 ? '' : text.slice(hash + 1));
  const result = parseFragment(behind, path);
  return 'fragment' in result ? result.fragment : undefined;
}

function unread(why: string): Difference {
  const said =
    why === 'no-submodule'
      ? say('It lies in a submodule that is not checked out.')
      : say('This clone does not have what it was then.');
  return { kind: 'unknown', why: said };
}
