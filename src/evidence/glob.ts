import picomatch from 'picomatch';
import { say } from '../l10n/say.ts';

/** Whether a path is, or could be, a pattern. Brackets and braces also occur in real names; a literal match goes first. */
export function isGlob(path: string): boolean {
  return /[*?[\]{}]/.test(path);
}

/**
 * Bounds on what is matched at all: a name is matched by a regular expression, and one with many stars can take for ever on a name made
 * for it. Nobody writes such a pattern by hand.
 */
const MAX_STARS_IN_SEGMENT = 3;
const MAX_ALTERNATIVES = 100;

/** Why a pattern is not accepted; undefined if it is. */
export function globProblem(pattern: string): string | undefined {
  const alternatives = expandBraces(pattern);
  if (!alternatives) return say('the pattern has too many "{…}"');
  const segments = alternatives.flatMap(segmentsOf);
  if (segments.includes('..')) return say('a pattern cannot go up with ".."');
  const crowded = segments.some((segment) => segment.split('*').length - 1 > MAX_STARS_IN_SEGMENT);
  return crowded ? say('the pattern has too many "*"') : undefined;
}

/**
 * A test for paths. Only `* ? [ ] { }` are special; files and folders that begin with a dot match like all others. The pattern is one that
 * `globProblem` accepts.
 *
 * @param literalBrackets brackets are part of names
 */
export function globMatcher(pattern: string, literalBrackets = false): (path: string) => boolean {
  const matchers = (expandBraces(pattern) ?? []).map(segmentsOf).map((segments) => {
    // `dir/**` means what is in the folder, not a file called like it.
    const all = segments.at(-1) === '**' ? [...segments, '*'] : segments;
    return all.map((segment) => (segment === '**' ? segment : nameMatcher(segment, literalBrackets)));
  });
  return (path) => {
    const names = path.split('/');
    return matchers.some((matcher) => matchesAll(matcher, names));
  };
}

function segmentsOf(pattern: string): string[] {
  return pattern.split('/').filter((segment) => segment !== '');
}

type NameMatcher = (name: string) => boolean;

function nameMatcher(segment: string, literalBrackets: boolean): NameMatcher {
  const literal = segment.replace(literalBrackets ? /[()|+"[\]]/g : /[()|+"]/g, '\\$&');
  const matches = picomatch(literal, {
    dot: true,
    noextglob: true,
    nonegate: true,
    posix: true,
    windows: false,
  });
  return (name) => matches(name);
}

/** Each `**` takes as few names as it can, and one more when the rest does not match. Only the last one has to be asked again. */
function matchesAll(pattern: readonly (NameMatcher | '**')[], names: readonly string[]): boolean {
  let at = 0;
  let name = 0;
  let last: { readonly at: number; name: number } | undefined;
  while (name < names.length) {
    const matcher = pattern[at];
    if (matcher === '**') {
      last = { at, name };
      at++;
    } else if (matcher?.(names[name]!)) {
      at++;
      name++;
    } else if (last) {
      at = last.at + 1;
      name = ++last.name;
    } else return false;
  }
  return at === pattern.length;
}

/** `a/{b,c/d}` as `a/b` and `a/c/d`; undefined if there would be too many. A range such as `{1..3}` stays. */
function expandBraces(pattern: string): readonly string[] | undefined {
  let patterns = [pattern];
  for (;;) {
    const expanded = patterns.flatMap((one) => {
      const group = /\{([^{},]*,[^{}]*)\}/.exec(one);
      if (!group) return [one];
      const rest = one.slice(group.index + group[0].length);
      return group[1]!.split(',').map((choice) => one.slice(0, group.index) + choice + rest);
    });
    if (expanded.length > MAX_ALTERNATIVES) return undefined;
    if (expanded.length === patterns.length) return expanded;
    patterns = expanded;
  }
}

/** The folder that everything the pattern matches lies in: its leading segments without special characters. */
export function globBase(pattern: string): string {
  const segments = pattern.split('/');
  const special = segments.findIndex(isGlob);
  return segments.slice(0, special < 0 ? -1 : special).join('/');
}
