import type { FileIndex } from '../../../evidence/file-index.ts';
import { globBase } from '../../../evidence/glob.ts';
import { type Locator, type PathLocator, parseLocator } from '../../../evidence/locator.ts';
import { type Resolution, resolvePath } from '../../../evidence/resolve.ts';
import type { EvidenceLink } from '../../../model/case.ts';
import { baseName } from '../../../model/paths.ts';
import { type RepositoryUrl, parseRepositoryUrl } from '../../../model/repository-url.ts';
import type { OwnRepositories } from './own-repositories.ts';
import { pathOfUrl } from './url-path.ts';

/** A link, what its locator says, and which paths that leads to. */
export interface ResolvedLink {
  readonly link: EvidenceLink;
  readonly locator: Locator;
  /** For locators that are paths. */
  readonly resolution?: Resolution;
  /** Where it is missing, only git can say that it ever was a path: see `EvidenceLink.doubtful`. */
  readonly doubtful: boolean;
  /** What is written, where `locator` is the part of the file that this is taken for: see `spoken-parts.ts`. */
  readonly spoken?: PathLocator;
  /** It stands in prose: what it names in a file may be something else than a symbol. */
  readonly lenient: boolean;
  /** The commit that a permalink pins, as a full object id. */
  readonly commit?: string;
}

/** Where a link is read from, as far as it decides what a path means. */
export interface LinkContext {
  /** The document's folder in the subject, if it lies there. */
  readonly documentFolder?: string;
  /** Prose names files loosely; the native form names them exactly. */
  readonly lenient: boolean;
  /** The repositories whose web addresses are paths of the subject. */
  readonly own?: OwnRepositories;
}

/** Branches that a checkout mostly is of. */
const MAIN_BRANCHES: ReadonlySet<string> = new Set(['HEAD', 'develop', 'main', 'master', 'trunk']);
/** Pages of a hosting site that documents lead to by going up from the repository's root. */
const SITE_PAGE =
  /^(?:\.\.\/)+(?:actions|branches|commits?|compare|discussions|graphs|issues|labels|milestones?|network|packages|projects|pulls?|pulse|releases|security|settings|tags|wiki)(?:[/#?]|$)/;

/** Reads a link's locator and looks its path up. Asks nothing of the disk. */
export function resolveLink(link: EvidenceLink, index: FileIndex, context: LinkContext): ResolvedLink {
  const { lenient } = context;
  const url = lenient || context.own ? parseRepositoryUrl(link.locator) : undefined;
  if (url) {
    const inside = resolveUrl(link, url, index, context);
    if (inside) return inside;
  }
  const doubtful = link.doubtful === true || isOfDocument(link, context);
  const locator = readLocator(link, context);
  const resolution = locator.kind === 'path' ? resolveText(link, locator, index, context) : undefined;
  return { link, lenient, doubtful, locator, resolution };
}

/** A relative link of a document that lies apart from the subject leads into the document's own repository, if anywhere. */
function isOfDocument(
  { hyperlink, locator }: EvidenceLink,
  { documentFolder, lenient }: LinkContext,
): boolean {
  if (documentFolder !== undefined) return false;
  return hyperlink === true || (lenient && isExplicit(locator));
}

/** In prose, what cannot be read as a part of a file is left out, and the way out of a repository may lead to a page about it. */
function readLocator({ locator: text, hyperlink }: EvidenceLink, context: LinkContext): Locator {
  if (!context.lenient && !hyperlink) return parseLocator(text);
  const { documentFolder } = context;
  const isPlain = hyperlink && documentFolder !== undefined && !isExplicit(text);
  const read = (written: string): Locator =>
    parseLocator(isPlain ? `./${written}` : written, { documentFolder });
  const locator = read(text);
  if (locator.kind === 'outside' && SITE_PAGE.test(text)) return { kind: 'url', url: text };
  const hash = text.indexOf('#');
  return locator.kind === 'invalid' && hash > 0 ? read(text.slice(0, hash)) : locator;
}

/** `./x` and `../x` start at the document; those that do not lead anywhere from there are looked for from the root. */
function resolveText(
  { locator: text, hyperlink }: EvidenceLink,
  locator: PathLocator,
  index: FileIndex,
  { lenient, documentFolder }: LinkContext,
): Resolution {
  if (!lenient && !hyperlink) return resolvePath(locator, index);
  const options = { lenient, ...(documentFolder !== undefined && { documentFolder }) };
  if (!hyperlink && !isExplicit(text)) return resolvePath(locator, index, options);
  const fromDocument = resolvePath(locator, index, { hyperlink: hyperlink === true });
  if (fromDocument.kind !== 'missing' || text.startsWith('../')) return fromDocument;
  const plain = parseLocator(text.replace(/^(?:\.\/)+/, ''));
  if (plain.kind !== 'path') return fromDocument;
  const fromRoot = resolvePath({ ...plain, fragment: locator.fragment }, index, options);
  return fromRoot.kind === 'missing' ? fromDocument : fromRoot;
}

function isExplicit(text: string): boolean {
  return /^\.\.?(?:\/|$)/.test(text);
}

/** The path of the subject that a web address leads to; undefined where it is, or may be, that of another repository. */
function resolveUrl(
  link: EvidenceLink,
  url: RepositoryUrl,
  index: FileIndex,
  { own, lenient }: LinkContext,
): ResolvedLink | undefined {
  const known = own?.get(url.repository);
  if (known === undefined) return undefined;
  const { commit, segments } = url;
  const there = pathOfUrl(url, index);
  // On another branch it may well be there.
  const isHere = known === 'known' && (commit !== undefined || MAIN_BRANCHES.has(segments[0]!));
  const path = there ?? (isHere ? segments.slice(1).join('/') : undefined);
  if (path === undefined) return undefined;
  const fragment = url.fragment === undefined ? '' : `#${url.fragment}`;
  const whole = parseLocator(path);
  const part = parseLocator(path + fragment);
  const locator = part.kind === 'path' ? part : whole;
  if (locator.kind !== 'path') return undefined;
  const resolution = resolvePath(locator, index);
  return { link, locator, resolution, lenient, doubtful: there === undefined, ...(commit && { commit }) };
}

/**
 * Whether a link is evidence (design §3.2, rule 4). What is cited is, unless it may be something else than a path. A mention is if it resolves
 * to exactly one thing, or has a slash, an extension and a first folder that exists.
 */
export function isEvidence(resolved: ResolvedLink, index: FileIndex): boolean {
  const { link, locator, resolution, lenient, doubtful } = resolved;
  if (!lenient && !doubtful) return true;
  if (locator.kind !== 'path' || !resolution) return link.cited && !doubtful && locator.kind !== 'invalid';
  if (resolution.kind === 'found') return true;
  // What git says of a path that is not there is not known yet.
  if (doubtful) return link.cited && (resolution.kind === 'missing' || isNamedFile(locator));
  if (link.cited) return isNamedFile(locator) || beginsInFolder(locator, index);
  return locator.path.includes('/') && isNamedFile(locator) && beginsInFolder(locator, index);
}

/** A single file with an ending. A pattern that matches nothing may be a pattern of something else, and a folder that is not there a word. */
function isNamedFile({ path, form }: PathLocator): boolean {
  return form !== 'folder' && form !== 'glob' && /\.\w+$/.test(baseName(path));
}

function beginsInFolder({ path, form }: PathLocator, index: FileIndex): boolean {
  const start = form === 'glob' ? globBase(path) : path;
  return start !== '' && index.isFolder(start.split('/')[0]!);
}
