import { count, listNames } from '../../model/phrases.ts';
import type { Difference, Impact, LinkImpact } from './impact.ts';

/** How many parts or files one line names. */
const MOST_NAMES = 4;

/** What became of evidence since the base, in few words: `changed: sign and verify`. */
export function sayDifference(difference: Difference): string {
  switch (difference.kind) {
    case 'changed': {
      const { parts, files } = difference;
      if (files) return `${count(files.length, 'file')} changed: ${listNames(files, MOST_NAMES)}`;
      if (!parts) return 'changed';
      const named = [
        ...say('changed', parts.changed),
        ...say('new', parts.added),
        ...say('gone', parts.removed),
      ];
      return named.length > 0 ? named.join('; ') : 'changed outside of its named parts';
    }
    case 'added':
      return 'new';
    case 'lost':
      return 'no longer found';
    case 'unknown':
      return 'may have changed';
  }
}

function say(what: string, names: readonly string[]): string[] {
  return names.length > 0 ? [`${what}: ${listNames(names, MOST_NAMES)}`] : [];
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
