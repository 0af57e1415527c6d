import type { Fragment } from '../../../evidence/fragment.ts';
import { type Message, message, say } from '../../../l10n/say.ts';
import type { Change } from '../../../model/verdict.ts';
import { sayBy } from '../explain.ts';

/*
 * What is said of a part that its file has not. Each kind of part has sentences of its own, as in other languages its article goes with the kind.
 */

type Sentences = Readonly<Record<Fragment['kind'], Message>>;

const NO_PART: Sentences = {
  symbol: message('{0} has no {1}.'),
  region: message('{0} has no region {1}.'),
  heading: message('{0} has no heading #{1}.'),
  pointer: message('{0} has no key {1}.'),
  lines: message('{0} has no lines {1}.'),
};

const DELETED_HERE: Sentences = {
  symbol: message('{1} is deleted from {0} in the working tree (not committed).'),
  region: message('region {1} is deleted from {0} in the working tree (not committed).'),
  heading: message('heading #{1} is deleted from {0} in the working tree (not committed).'),
  pointer: message('key {1} is deleted from {0} in the working tree (not committed).'),
  lines: message('lines {1} are deleted from {0} in the working tree (not committed).'),
};

const DELETED: Sentences = {
  symbol: message('{1} was deleted from {0} by {2}.'),
  region: message('region {1} was deleted from {0} by {2}.'),
  heading: message('heading #{1} was deleted from {0} by {2}.'),
  pointer: message('key {1} was deleted from {0} by {2}.'),
  lines: message('lines {1} were deleted from {0} by {2}.'),
};

/** `a.py has no login.` */
export function sayNoPart(path: string, fragment: Fragment): string {
  return say(NO_PART[fragment.kind], path, nameOf(fragment));
}

/** Which change took a part away, or that it was taken away and nobody has committed that. */
export function sayDeleted(
  path: string,
  fragment: Fragment,
  cause: Omit<Change, 'path'> | 'uncommitted',
  now: Date,
): string {
  const name = nameOf(fragment);
  if (cause === 'uncommitted') return say(DELETED_HERE[fragment.kind], path, name);
  return say(DELETED[fragment.kind], path, name, sayBy(cause, now));
}

/** A part's own name. */
function nameOf(fragment: Fragment): string {
  switch (fragment.kind) {
    case 'symbol':
    case 'region':
      return fragment.name;
    case 'heading':
      return fragment.slug;
    case 'pointer':
      return fragment.pointer;
    case 'lines':
      return `${fragment.start}–${fragment.end}`;
  }
}
