import {
  DOCUMENTS,
  DOT_FOLDERS,
  EXTENSIONS,
  FOREIGN_ROOTS,
  GO_PACKAGES,
  NAMES,
  OUTPUT_FOLDERS,
  WITHOUT_SYMBOLS,
} from './path-words.ts';

/**
 * How much a written token looks like a path:
 * - `path`: it can hardly be anything else. Where nothing is there, evidence is missing;
 * - `perhaps`: it could be one (`src/server`, `config.yaml`), or something else with a slash or a dot (`net/http`, a file of the user's). It
 *   counts only if it leads somewhere;
 * - `no`: it is something else.
 */
export type PathLikeness = 'path' | 'perhaps' | 'no';

const MEDIA_TYPE = /^(?:application|audio|font|image|message|model|multipart|text|video)\/[\w.+*-]+$/;
const PRODUCT = /^(?:Alpine|D3|Deno|Discord|Express|Next|Node|Nuxt|React|Socket|Three|Vue)\.js$/i;
const DOMAIN =
  /^(?!\.)[\w-]+(?:\.[\w-]+)*\.(?:ai|app|cloud|co|com|de|dev|edu|eu|gov|in|info|io|land|me|net|nl|org|rs|software|systems|tech|uk|us)$/i;
const PLAIN_DOMAIN = /^(?:crates\.io|docs\.rs|golang\.org|pkg\.go\.dev)$/i;
const VERSION = /^v?\d+(?:\.\d+)*(?:[-+.][\w.]+)?$/i;
/** `actions/checkout@v4`, `github/codeql-action/init@v3`, `someone@example.org`. */
const AT_VERSION = /@[^/]*$/;
const FORBIDDEN = /[\s<>|;"'`=$\\^!&%]|:|,(?![^{}]*\})|^[/~@\-+#?]/;
/** An ending of names, not a name: `.d.ts`. */
const SUFFIX = /^\.(?:case|d|gsn|min|module|spec|stories|tar|test)\./;
/** A folder of an example. */
const PLACEHOLDER = /^(?:path|foo|bar|example|(?:your|my)[-_].*)$/i;
/** An ending that is not known, but in no way like a version or a type (`tls.Config`): the file that has it must be there. */
const RARE_ENDING = /^[a-z][a-z\d_-]{0,9}$/;
const DOT_FILE = /^\.[a-z][\w.-]*$/i;
/** Some frameworks name folders `(group)` and `[id]`; any other parenthesis makes a call. */
const GROUP = /(?<=^|\/)\([\w.-]+\)(?=\/|$)|\[+(?:\.\.\.)?[\w-]+\]+/g;

/**
 * Judges a token without looking at any file system. The token has no fragment. Never paths are npm scopes, owners' repositories and actions,
 * routes that begin with `/`, `~`, media types, e-mail addresses, URLs, domain names, versions, commands and calls.
 */
export function pathLikeness(token: string): PathLikeness {
  if (token === '' || token.length > 300 || FORBIDDEN.test(token)) return 'no';
  if (/[()[\]]/.test(token.replace(GROUP, ''))) return 'no';
  const segments = token.split('/');
  if (segments.includes('...') || /^[.*]+$/.test(token) || hasPlaceholder(token)) return 'no';
  if (SUFFIX.test(token) || PRODUCT.test(token) || PLAIN_DOMAIN.test(token)) return 'no';
  const known = isKnownFile(segments.at(-1)!);
  if (!known && (VERSION.test(token) || AT_VERSION.test(token))) return 'no';
  if (segments.length === 1) return likenessOfName(token, known);
  if ((MEDIA_TYPE.test(token) && !known) || DOMAIN.test(segments[0]!)) return 'no';
  return isCertain(segments, known) ? 'path' : 'perhaps';
}

/**
 * Judges a token that `pathLikeness` takes for no path, where evidence is asked for: one that holds spaces or other characters that few paths have may
 * be one all the same if it ends like a file and has a folder. With a space in it, it may as well be a command.
 */
export function unusualLikeness(token: string): PathLikeness {
  if (token.length > 300 || NEVER_IN_PATHS.test(token) || hasPlaceholder(token)) return 'no';
  const segments = token.split('/');
  const known = isKnownFile(segments.at(-1)!);
  const hasSpace = /\s/.test(token);
  if (!known || segments.includes('...') || segments.includes('')) return 'no';
  if (DOMAIN.test(segments[0]!) || (segments.length === 1 && hasSpace) || isList(token)) return 'no';
  if (hasSpace || /^[@$!&]/.test(token) || segments.length === 1 || !isBalanced(token)) return 'perhaps';
  return isCertain(segments, known) ? 'path' : 'perhaps';
}

/** `a.py, b/c.py`: several files. */
function isList(token: string): boolean {
  const pieces = token.split(/,\s/);
  return pieces.length > 1 && pieces.slice(0, -1).some((piece) => isKnownFile(piece));
}

/** What the shell, patterns and placeholders have: `$(x)`, `a=b`, `<name>`. */
const NEVER_IN_PATHS = /[\t\r\n<>|;"`=\\^:]|\$[({A-Z]|^[\s/~+\-#?]|\s$|[*?].*\s|\s-|\s\/|\/\s|&&/;

/** Whether a path is one that only stands where evidence is asked for, and that is hardly anything else, such as a command or an npm package. */
export function isUnusualPath(path: string): boolean {
  return (
    !path.startsWith('@') &&
    pathLikeness(path) === 'no' &&
    unusualLikeness(path) !== 'no' &&
    !mayBeCommand(path)
  );
}

/** Whether a path with spaces may be a command as well: `cat src/a.py`, `scripts/check src/a.py`. */
export function mayBeCommand(path: string): boolean {
  const [first] = path.split(/\s/, 1);
  if (first === path) return false;
  return !first!.includes('/') || /^(?:\.{1,2}|bin|ci|dev|hack|scripts?|tools?)\//.test(path);
}

function isBalanced(token: string): boolean {
  return token.replace(/\([^()]*\)|\[[^[\]]*\]/g, '').search(/[()[\]]/) < 0;
}

/** Whether a path names a file in which symbols are looked for: any but prose, settings and data. */
export function hasSymbols(path: string): boolean {
  const extension = extensionOf(path.slice(path.lastIndexOf('/') + 1));
  return EXTENSIONS.has(extension) && !WITHOUT_SYMBOLS.has(extension);
}

/** Whether a name has an ending, or is one, by which people know a file. */
export function isKnownFile(name: string): boolean {
  const extension = extensionOf(name);
  return (
    NAMES.has(name.toLowerCase()) || EXTENSIONS.has(extension) || EXTENSIONS.has(extension.toLowerCase())
  );
}

/** A name alone may be that of a file that programs write, or that users have. */
function likenessOfName(name: string, known: boolean): PathLikeness {
  const ending = extensionOf(name);
  const named = known || DOCUMENTS.has(name) || DOT_FILE.test(name);
  return named || RARE_ENDING.test(ending) || (isGlob(name) && ending !== '') ? 'perhaps' : 'no';
}

/** A folder, or a file with an ending that is known, where nothing speaks for something else. */
function isCertain(segments: readonly string[], known: boolean): boolean {
  const folders = segments.filter((segment) => segment !== '..' && segment !== '.').slice(0, -1);
  if (!known && (segments.at(-1) !== '' || folders.length < 2)) return false;
  const first = folders[0];
  return first === undefined || !(isForeign(first, segments.at(-1)!) || folders.some(isMadeUp));
}

function isForeign(first: string, file: string): boolean {
  if (first.startsWith('.') && !DOT_FOLDERS.has(first)) return true;
  return FOREIGN_ROOTS.has(first) || (GO_PACKAGES.has(first) && file.endsWith('.go')) || isGlob(first);
}

/** A folder that is written by a build or stands for another, or a file beside another: `a.js/b.js`. */
function isMadeUp(folder: string): boolean {
  return OUTPUT_FOLDERS.has(folder) || PLACEHOLDER.test(folder) || isKnownFile(folder);
}

/** The part behind the last dot; '' where there is none, or nothing before it. */
function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1) : '';
}

function isGlob(text: string): boolean {
  return text.includes('*');
}

/** `jobs/{job_id}`: braces are part of a path only as alternatives, `{a,b}`. */
function hasPlaceholder(token: string): boolean {
  return /[{}]/.test(token.replace(/\{[^{},]+(?:,[^{},]+)+\}/g, ''));
}
