import picomatch from 'picomatch';

/** Whether a path is, or could be, a pattern. Brackets and braces also occur in real names; a literal match goes first. */
export function isGlob(path: string): boolean {
  return /[*?[\]{}]/.test(path);
}

/**
 * Bounds on what is matched at all: a pattern becomes a regular expression, and one with many stars or alternatives can take for ever on
 * a name made for it. Nobody writes such a pattern by hand.
 */
const MAX_STARS_IN_SEGMENT = 3;
const MAX_GLOBSTARS = 4;
const MAX_BRACES = 4;

/** Why a pattern is not accepted; undefined if it is. */
export function globProblem(pattern: string): string | undefined {
  const segments = pattern.split('/');
  if (segments.includes('..')) return 'a pattern cannot go up with ".."';
  const globstars = segments.filter((segment) => segment === '**').length;
  const crowded = segments.some((segment) => segment !== '**' && count(segment, '*') > MAX_STARS_IN_SEGMENT);
  if (crowded || globstars > MAX_GLOBSTARS) return 'the pattern has too many "*"';
  if (count(pattern, '{') > MAX_BRACES) return 'the pattern has too many "{…}"';
  return undefined;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

/** A test for paths. Only `* ? [ ] { }` are special; files and folders that begin with a dot match like all others. */
export function globMatcher(pattern: string, literalBrackets = false): (path: string) => boolean {
  const literal = pattern.replace(literalBrackets ? /[()|+"[\]]/g : /[()|+"]/g, '\\$&');
  const matches = picomatch(literal, {
    dot: true,
    noextglob: true,
    nonegate: true,
    posix: true,
    windows: false,
  });
  return (path) => matches(path);
}

/** The folder that everything the pattern matches lies in: its leading segments without special characters. */
export function globBase(pattern: string): string {
  const segments = pattern.split('/');
  const special = segments.findIndex(isGlob);
  return segments.slice(0, special < 0 ? -1 : special).join('/');
}
