import { message, say, sayCount } from '../../l10n/say.ts';
import { listNames } from '../../model/phrases.ts';
import { sayNamed } from '../judging/explain.ts';
import type { Difference, Impact, LinkImpact } from './impact.ts';

/** How many files one line names. */
const MOST_NAMES = 4;

/** What became of evidence since the base, in few words: `changed: sign and verify`. */
export function sayDifference(difference: Difference): string {
  switch (difference.kind) {
    case 'changed': {
      const { parts, files } = difference;
      if (files) {
        const names = listNames(files, MOST_NAMES);
        return sayCount(files.length, '1 file changed: {1}', '{0} files changed: {1}', names);
      }
      if (!parts) return say('changed');
      const named = [
        ...sayNamed(message('changed: {0}'), parts.changed),
        ...sayNamed(message('new: {0}'), parts.added),
        ...sayNamed(message('gone: {0}'), parts.removed),
      ];
      return named.length > 0 ? named.join('; ') : say('changed outside of its named parts');
    }
    case 'added':
      return say('new');
    case 'lost':
      return say('no longer found');
    case 'unknown':
      return say('may have changed');
  }
}

/** What is compared with: `HEAD (0123abcd)`, `main (0123abcd)`; of several repositories without a commit. */
export function sayBase({ revision, bases }: Pick<Impact, 'revision' | 'bases'>): string {
  const [first, ...others] = bases;
  const name = revision === undefined ? 'HEAD' : revision;
  return first && others.length === 0 ? `${name} (${first.commit.slice(0, 8)})` : name;
}

/** All links of an impact that count, and those that are only mentioned. */
export function linksOf({ nodes }: Impact): readonly LinkImpact[] {
  return nodes.flatMap(({ links }) => links);
}
