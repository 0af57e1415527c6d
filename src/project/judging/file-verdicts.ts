import type { Fragment } from '../../evidence/fragment.ts';
import type { Located, Place } from '../../evidence/locate.ts';
import { type PathLocator, formatLocator } from '../../evidence/locator.ts';
import type { EvidenceLink } from '../../model/case.ts';
import { listNames } from '../../model/phrases.ts';
import type { Baseline, Suggestion, Target, Verdict } from '../../model/verdict.ts';
import { EVIDENCE_LIMIT } from '../subject/contents.ts';
import { offer } from './explain.ts';
import { broken, verdict } from './verdicts.ts';

/** A file that is listed and cannot be read. */
export function judgeUnread(
  unread: { readonly kind: 'outside' | 'too-large' } | { readonly kind: 'unreadable'; readonly why: string },
  link: EvidenceLink,
): Verdict {
  switch (unread.kind) {
    case 'outside':
      return broken(
        'outside-root',
        `${link.locator} is a link that leads out of the repository; Warrant does not follow it.`,
      );
    case 'too-large':
      return verdict(
        'unknown',
        'too-large',
        `${link.locator} is larger than ${EVIDENCE_LIMIT >> 20} MB and was not read.`,
      );
    case 'unreadable':
      return broken('missing', `${link.locator} cannot be read as a file: ${unread.why}.`);
  }
}

/** A file without the part that a locator names. */
export function judgeUnlocated(
  located: Exclude<Located, { kind: 'lines' }>,
  locator: PathLocator,
  whole: Target,
): Verdict {
  const named = formatLocator(locator);
  const targets = [whole];
  switch (located.kind) {
    case 'range-outside':
      return broken(
        'range-outside',
        `${named} lies outside the file, which has ${located.lineCount} lines.`,
        { targets },
      );
    case 'missing': {
      const suggestions = located.similar.map((fragment) => ({
        locator: formatLocator({ ...locator, fragment }),
        why: 'is in the file',
      }));
      const what = locator.fragment
        ? sayNoPart(whole.path, locator.fragment)
        : `${whole.path} has no ${named}.`;
      const why = located.why === undefined ? '' : ` ${located.why}`;
      return broken('symbol-missing', `${what}${why}${offer(suggestions)}`, {
        targets,
        suggestions,
      });
    }
    case 'ambiguous':
      return judgeAmbiguous(located.places, locator, whole);
    case 'unsupported':
      return verdict('unknown', 'unsupported', `${named}: ${located.why}`, { targets });
    case 'too-large':
      return verdict('unknown', 'too-large', `${whole.path} is too large to look for parts of it.`, {
        targets,
      });
  }
}

/** A part that a locator names and that is there several times. */
function judgeAmbiguous(places: readonly Place[], locator: PathLocator, whole: Target): Verdict {
  const suggestions: Suggestion[] = places.flatMap(({ fragment, line }) => {
    if (!fragment) return [];
    return [{ locator: formatLocator({ ...locator, fragment }), why: `the one in line ${line}` }];
  });
  const list = listNames(
    places.map(({ name, line }) => `${name} in line ${line}`),
    5,
  );
  const [first] = suggestions;
  const advice = first
    ? `Write which one is meant, such as ${first.locator}.`
    : 'Give them different names, or name the lines instead (#L).';
  return broken('ambiguous', `${formatLocator(locator)} fits several places: ${list}. ${advice}`, {
    targets: [whole],
    suggestions,
  });
}

/** The sentence that begins what is said of a part that is not there; see also `explain-gone.ts`. */
export function sayNoPart(path: string, fragment: Fragment): string {
  return `${path} has no ${nameOf(fragment)}.`;
}

/** What a fragment names, in words. */
export function nameOf(fragment: Fragment): string {
  switch (fragment.kind) {
    case 'symbol':
      return fragment.name;
    case 'region':
      return `region ${fragment.name}`;
    case 'heading':
      return `heading #${fragment.slug}`;
    case 'pointer':
      return `key ${fragment.pointer}`;
    case 'lines':
      return `lines ${fragment.start} to ${fragment.end}`;
  }
}

/** Evidence that still means what it meant. Where only its signature is watched, more than layout may have changed beside that. */
export function current(
  found: 'unchanged' | 'cosmetic' | 'shifted',
  link: EvidenceLink,
  targets: readonly Target[],
  baseline: Baseline | undefined,
): Verdict {
  const reason = found === 'cosmetic' && link.watch === 'signature' ? 'unchanged' : found;
  const what = {
    unchanged: `${link.watch === 'signature' ? 'The signature of ' : ''}${link.locator} is what it was when the claim was judged.`,
    cosmetic: `${link.locator} changed in layout or comments only.`,
    shifted: `The lines of ${link.locator} moved, unchanged${targets[0] ? `, to ${targets[0].startLine}–${targets[0].endLine}` : ''}.`,
  };
  return verdict('current', reason, what[reason], { targets, ...(baseline ? { baseline } : {}) });
}
