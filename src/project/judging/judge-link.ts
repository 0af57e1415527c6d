import { type PathLocator, formatLocator } from '../../evidence/locator.ts';
import type { Found } from '../../evidence/resolve.ts';
import { say } from '../../l10n/say.ts';
import { folderOf } from '../../model/paths.ts';
import { parseRepositoryUrl } from '../../model/repository-url.ts';
import type { Target, Verdict } from '../../model/verdict.ts';
import { listNames } from '../../model/phrases.ts';
import type { FindBaseline } from './baseline/baseline.ts';
import { changedOnTheWay } from './baseline/changed-on-the-way.ts';
import { offer, sayBy, sayWithoutGit } from './explain.ts';
import { judgeConflict } from './judge-conflict.ts';
import type { JudgeContext } from './judge-context.ts';
import { judgeFile } from './judge-file.ts';
import { judgeFolder } from './judge-folder.ts';
import { judgeGone } from './gone/judge-gone.ts';
import { judgeReport } from './reports/judge-report.ts';
import type { ResolvedLink } from './resolve/resolve-link.ts';
import type { Subject } from '../subject/subject.ts';
import { judgeUnreadPast } from './unread.ts';
import { broken, verdict } from './verdicts.ts';

/**
 * Judges one link: is it there, and does it still mean what it meant when its claim was last judged? Undefined where git would have to be
 * asked and may not be; 'not-evidence' for a mention of build output, which is no path of the repository.
 */
export async function judgeLink(
  resolved: ResolvedLink,
  findBaseline: FindBaseline,
  context: JudgeContext,
): Promise<Verdict | 'not-evidence' | undefined> {
  const { locator, resolution, link } = resolved;
  switch (locator.kind) {
    case 'url':
      return external();
    case 'outside':
      return broken(
        'outside-root',
        say('{0} is outside the repository and is not read: {1}.', link.locator, locator.why),
      );
    case 'invalid':
      return broken('missing', say('{0} cannot be read as a locator: {1}.', link.locator, locator.why));
    case 'path':
      break;
  }
  switch (resolution!.kind) {
    case 'ambiguous': {
      const suggestions = resolution!.paths.map((path) => ({
        locator: formatLocator({ ...locator, path }),
        why: say('has this name'),
      }));
      const names = suggestions.map((suggestion) => suggestion.locator);
      const list = listNames(names, 6);
      const message = say('{0} fits {1} files: {2}. Write which.', link.locator, names.length, list);
      return broken('ambiguous', message, { suggestions });
    }
    case 'case-mismatch':
      return broken(
        'case-mismatch',
        say('{0} is written {1} in the repository.', link.locator, resolution!.actual),
        { suggestions: [resolution!.suggestion] },
      );
    case 'missing':
      return judgeMissing(resolved, findBaseline, context);
    case 'found':
      return judgeFound(await asOnDisk(resolution!, context.subject), resolved, findBaseline, context);
  }
}

async function judgeFound(
  found: Found,
  { locator, link, lenient, spoken }: ResolvedLink,
  findBaseline: FindBaseline,
  context: JudgeContext,
): Promise<Verdict | undefined> {
  if (locator.kind !== 'path') throw new Error('only for paths');
  const { form, path, paths } = found;
  if (form === 'file' && context.subject.submodules.isClosed(path))
    return judgeUnreadPast('no-submodule', path, [], context.subject);
  const conflict = await judgeConflict(found, link, context.subject);
  if (conflict) return conflict;
  if (link.expect !== undefined) return judgeReport(paths, locator, link, context);
  if (form === 'file') return judgeFile({ path, locator, link, lenient, spoken }, findBaseline, context);
  if (locator.fragment && !lenient)
    return broken('missing', say('{0} is a folder, so it has no part to point at.', path));
  return judgeFolder(found, link, findBaseline, context);
}

/** Git lists a file until its deletion is added, also where a folder of its name is in its place. */
async function asOnDisk(found: Found, { index, contents }: Subject): Promise<Found> {
  if (found.form !== 'file' || !index.isFolder(found.path)) return found;
  if ((await contents.kind(found.path)) !== 'folder') return found;
  return { ...found, form: 'folder', paths: index.filesIn(found.path) };
}

function external(): Verdict {
  const message = say('A web address: Warrant keeps and shows it, and does not check it.');
  return verdict('unknown', 'external', message);
}

/** What git lists in place of a folder of the path: a submodule, or a link to a folder. A file that took the folder's place is neither. */
async function otherRepository(path: string, { index, contents }: Subject): Promise<string | undefined> {
  let at = folderOf(path);
  while (at !== '' && !index.has(at)) at = folderOf(at);
  return at === '' || (await contents.kind(at)) === 'file' ? undefined : at;
}

/** A file that is reached by a link to its folder: git knows it by its own path only. */
function judgeBehindLink(
  locator: PathLocator,
  inside: string,
  real: string,
  targets: readonly Target[],
): Verdict {
  const there = formatLocator({ ...locator, path: real });
  const message = say(
    '{0} is a link to another folder, and git knows files only where they lie. Write {1} instead.',
    inside,
    there,
  );
  const suggestions = [{ locator: there, why: say('is where the link leads') }];
  return verdict('unknown', 'no-git', message, { targets, suggestions });
}

/** A path that is in no list of files: ignored by git, gone, or never there. */
async function judgeMissing(
  { locator, resolution, link, lenient, doubtful }: ResolvedLink,
  findBaseline: FindBaseline,
  context: JudgeContext,
): Promise<Verdict | 'not-evidence' | undefined> {
  const { subject, now } = context;
  if (locator.kind !== 'path' || resolution?.kind !== 'missing')
    throw new Error('only for paths that are missing');
  const suggestions = resolution.similar;
  const ignored = subject.history?.isIgnored(locator.path) ?? false;
  // Prose speaks of what is built, too: that is no path of the repository.
  if (ignored && lenient) return 'not-evidence';
  if (subject.facts.withoutGit === 'bare') return verdict('unknown', 'no-git', sayWithoutGit('bare'));
  if (subject.submodules.isClosed(locator.path)) {
    return judgeUnreadPast('no-submodule', locator.path, [], subject);
  }
  const inside = await otherRepository(locator.path, subject);
  const there = doubtful && inside === undefined ? 'missing' : await subject.contents.kind(locator.path);
  // What stands where a folder was is not that folder.
  const found = there === 'file' && locator.form === 'folder' ? 'missing' : there;
  if (found === 'outside') {
    return broken(
      'outside-root',
      say('{0} is a link that leads out of the repository; Warrant does not follow it.', link.locator),
    );
  }
  // Reports are mostly built: what they say counts, and no history.
  if (found === 'file' && link.expect !== undefined) {
    return judgeReport([locator.path], locator, link, context);
  }
  if (found === 'file' || found === 'folder') {
    const targets = [{ path: locator.path, startLine: found === 'file' ? 1 : 0, endLine: 0, whole: true }];
    if (inside !== undefined && subject.history?.isLink(inside)) {
      const real = await subject.history.realPath(locator.path);
      if (real !== undefined) return judgeBehindLink(locator, inside, real, targets);
    }
    const message = say(
      'git does not track {0} (it is ignored, or in another repository), so there is no history to compare it with.',
      link.locator,
    );
    return verdict('unknown', 'no-git', message, { targets });
  }
  if (inside !== undefined && !doubtful) {
    const message = say(
      '{0} lies in {1}, a submodule or a link that is not there now, so it cannot be looked at.',
      link.locator,
      inside,
    );
    return verdict('unknown', 'no-git', message);
  }
  if (ignored) {
    const message = say(
      'git ignores {0} and it is not there now: build it to have it looked at.',
      link.locator,
    );
    return verdict('unknown', 'no-git', message);
  }
  const deletion = subject.history?.deletion(locator.path);
  const isReplaced = found !== there && deletion !== undefined;
  if (!isReplaced && subject.history?.headOid(locator.path)) {
    return judgeGone(locator.path, locator, link, subject);
  }
  if (!deletion && doubtful) {
    // The address may be right on the branch that it names.
    return link.cited && parseRepositoryUrl(link.locator) ? external() : 'not-evidence';
  }
  if (!deletion && found !== there) {
    const message = say(
      '{0} is a file now, and {1} means a folder. Link what took its place.',
      locator.path,
      link.locator,
    );
    return broken('missing', message, { suggestions });
  }
  if (!deletion) {
    return broken('missing', say('{0} does not exist.', link.locator) + offer(suggestions), { suggestions });
  }
  const by = sayBy(deletion, now);
  const change = { ...deletion, path: locator.path };
  if (deletion.movedTo !== undefined) {
    const movedTo = formatLocator({ ...locator, path: deletion.movedTo });
    const isChanged = await changedOnTheWay(locator, deletion.movedTo, link, findBaseline, context);
    const advice = isChanged
      ? say('It changed since it was judged, too: look at that before you point the link there.')
      : say('Point the link there.');
    const message = `${say('{0} was moved to {1} by {2}.', link.locator, movedTo, by)} ${advice}`;
    return broken('moved', message, {
      suggestions: [{ locator: movedTo, why: say('git says it moved there') }],
      changes: [change],
    });
  }
  return broken('deleted', say('{0} was deleted by {1}.', link.locator, by) + offer(suggestions), {
    suggestions,
    changes: [change],
  });
}
