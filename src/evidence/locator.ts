import { say } from '../l10n/say.ts';
import { joinPath, normalizePath } from '../model/paths.ts';
import { type Fragment, formatFragment, parseFragment } from './fragment.ts';
import { globProblem, isGlob } from './glob.ts';

/** Where in the subject evidence lies. */
export interface PathLocator {
  readonly kind: 'path';
  /** Relative to the subject's root, with `/`, no trailing one; '' is the root itself. */
  readonly path: string;
  /** As written. A `file` may turn out to be a folder, and a `glob` to be a path with brackets in it. */
  readonly form: 'file' | 'folder' | 'glob';
  /** Only with forms that can name a single file. */
  readonly fragment?: Fragment;
}

/** What the text of a locator says. `why` continues a sentence: it begins in lower case and has no full stop. */
export type Locator =
  | PathLocator
  | { readonly kind: 'url'; readonly url: string }
  /** It leads out of the subject, or would on some system; nothing there is ever read. */
  | { readonly kind: 'outside'; readonly text: string; readonly why: string }
  | { readonly kind: 'invalid'; readonly text: string; readonly why: string };

export interface LocatorOptions {
  /**
   * Where relative links start, in documents that write `./x` and `../x` for files beside them (Markdown): the document's folder, relative to the
   * subject's root. Without it they start at the root.
   */
  readonly documentFolder?: string;
}

const MAX_LENGTH = 4096;
/** Also the characters that turn the direction of text round, which make a path look like another one. */
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;
const ADDRESS = /^(?:[a-z][a-z0-9+.-]*:\/\/|(?:mailto|urn|doi|data):)/i;

/** Reads a locator. Total: whatever cannot be read is `invalid` and says why. */
export function parseLocator(text: string, options: LocatorOptions = {}): Locator {
  const trimmed = text.trim();
  const invalid = (why: string): Locator => ({ kind: 'invalid', text, why });
  if (trimmed === '') return invalid(say('the locator is empty'));
  if (trimmed.length > MAX_LENGTH) return invalid(say('it is longer than {0} characters', MAX_LENGTH));
  if (CONTROL.test(trimmed)) return invalid(say('it holds a control character'));
  const leadsOut = whyOutside(trimmed);
  if (leadsOut) return { kind: 'outside', text, why: leadsOut };
  if (ADDRESS.test(trimmed)) return { kind: 'url', url: trimmed };

  const hash = trimmed.indexOf('#');
  const written = hash < 0 ? trimmed : trimmed.slice(0, hash);
  if (written === '') return invalid(say('no path stands before the "#"'));
  const path = normalizePath(joinPath(startOf(written, options), written.replaceAll('\\', '/')));
  if (path === undefined) return { kind: 'outside', text, why: say('it leads out of the subject with ".."') };
  if (written.includes('\\'))
    return invalid(say('it holds a "\\"; write "/" between folders on every system'));
  const place = placeOf(written, path);
  const { form } = place;
  const problem = form === 'glob' ? globProblem(written) : undefined;
  if (problem) return invalid(problem);
  if (hash < 0) return { kind: 'path', ...place };
  if (form === 'folder' || /[*?]/.test(written))
    return invalid(say('only a part of a single file can be named with "#"'));
  const result = parseFragment(trimmed.slice(hash + 1), path);
  return 'why' in result ? invalid(result.why) : { kind: 'path', ...place, fragment: result.fragment };
}

function startOf(written: string, { documentFolder = '' }: LocatorOptions): string {
  return /^\.\.?(\/|$)/.test(written) ? documentFolder : '';
}

function placeOf(written: string, path: string): Pick<PathLocator, 'path' | 'form'> {
  const folder = /(^|\/)(\.\.?)?$/.test(written);
  if (!isGlob(written)) return { path, form: folder ? 'folder' : 'file' };
  return { path: folder ? `${path}/**` : path, form: 'glob' };
}

function whyOutside(text: string): string | undefined {
  if (/^file:/i.test(text))
    return say('it is a "file:" address; write a path relative to the root of the subject');
  if (/^[/\\]/.test(text))
    return say('it is an absolute path; write one relative to the root of the subject');
  if (/^[a-z]:/i.test(text))
    return say('it begins with a drive letter; write a path relative to the root of the subject');
  if (text.startsWith('~'))
    return say('it begins in a home folder; write a path relative to the root of the subject');
  return undefined;
}

/** Writes a locator back as text, in its usual form; what could not be read comes back as it was. */
export function formatLocator(locator: Locator): string {
  switch (locator.kind) {
    case 'path':
      return formatPath(locator) + (locator.fragment ? formatFragment(locator.fragment) : '');
    case 'url':
      return locator.url;
    case 'outside':
    case 'invalid':
      return locator.text;
  }
}

function formatPath({ path, form }: PathLocator): string {
  if (form !== 'folder') return path;
  return path === '' ? './' : `${path}/`;
}
