import type { Located, Place } from '../../evidence/locate.ts';
import { type PathLocator, formatLocator } from '../../evidence/locator.ts';
import { say, sayCount } from '../../l10n/say.ts';
import type { EvidenceLink } from '../../model/case.ts';
import { listNames } from '../../model/phrases.ts';
import type { Baseline, Suggestion, Target, Verdict } from '../../model/verdict.ts';
import { EVIDENCE_LIMIT } from '../subject/contents.ts';
import { offer } from './explain.ts';
import { sayNoPart } from './gone/say-part.ts';
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
        say('{0} is a link that leads out of the repository; Warrant does not follow it.', link.locator),
      );
    case 'too-large':
      return verdict(
        'unknown',
        'too-large',
        say('{0} is larger than {1} MB and was not read.', link.locator, EVIDENCE_LIMIT >> 20),
      );
    case 'unreadable':
      return broken('missing', say('{0} cannot be read as a file: {1}.', link.locator, unread.why));
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
        sayCount(
          located.lineCount,
          '{1} lies outside the file, which has 1 line.',
          '{1} lies outside the file, which has {0} lines.',
          named,
        ),
        { targets },
      );
    case 'missing': {
      const suggestions = located.similar.map((fragment) => ({
        locator: formatLocator({ ...locator, fragment }),
        why: say('is in the file'),
      }));
      const what = locator.fragment
        ? sayNoPart(whole.path, locator.fragment)
        : say('{0} has no {1}.', whole.path, named);
      const why = located.why === undefined ? '' : ` ${located.why}`;
      return broken('symbol-missing', `${what}${why}${offer(suggestions)}`, {
        targets,
        suggestions,
      });
    }
    case 'ambiguous':
      return judgeAmbiguous(located.places, locator, whole);
    case 'unsupported':
      return verdict('unknown', 'unsupported', say('{0}: {1}', named, located.why), { targets });
    case 'too-large':
      return verdict('unknown', 'too-large', say('{0} is too large to look for parts of it.', whole.path), {
        targets,
      });
  }
}

/** A part that a locator names and that is there several times. */
function judgeAmbiguous(places: readonly Place[], locator: PathLocator, whole: Target): Verdict {
  const suggestions: Suggestion[] = places.flatMap(({ fragment, line }) => {
    if (!fragment) return [];
    return [{ locator: formatLocator({ ...locator, fragment }), why: say('the one in line {0}', line) }];
  });
  const list = listNames(
    places.map(({ name, line }) => say('{0} in line {1}', name, line)),
    5,
  );
  const [first] = suggestions;
  const advice = first
    ? say('Write which one is meant, such as {0}.', first.locator)
    : say('Give them different names, or name the lines instead (#L).');
  const what = say('{0} fits several places: {1}.', formatLocator(locator), list);
  return broken('ambiguous', `${what} ${advice}`, { targets: [whole], suggestions });
}

/** Evidence that still means what it meant. Where only its signature is watched, more than layout may have changed beside that. */
export function current(
  found: 'unchanged' | 'cosmetic' | 'shifted',
  link: EvidenceLink,
  targets: readonly Target[],
  baseline: Baseline | undefined,
): Verdict {
  const reason = found === 'cosmetic' && link.watch === 'signature' ? 'unchanged' : found;
  const message = sayCurrent(reason, link, targets[0]);
  return verdict('current', reason, message, { targets, ...(baseline ? { baseline } : {}) });
}

function sayCurrent(
  reason: 'unchanged' | 'cosmetic' | 'shifted',
  { locator, watch }: EvidenceLink,
  target: Target | undefined,
): string {
  switch (reason) {
    case 'unchanged':
      return watch === 'signature'
        ? say('The signature of {0} is what it was when the claim was judged.', locator)
        : say('{0} is what it was when the claim was judged.', locator);
    case 'cosmetic':
      return say('{0} changed in layout or comments only.', locator);
    case 'shifted':
      return target
        ? say('The lines of {0} moved, unchanged, to {1}–{2}.', locator, target.startLine, target.endLine)
        : say('The lines of {0} moved, unchanged.', locator);
  }
}
