import type { FileIndex } from '../evidence/file-index.ts';
import { type Locator, parseLocator } from '../evidence/locator.ts';
import { type Resolution, resolvePath } from '../evidence/resolve.ts';
import type { EvidenceLink } from '../model/case.ts';
import { baseName } from '../model/paths.ts';

/** A link, what its locator says, and which paths that leads to. */
export interface ResolvedLink {
  readonly link: EvidenceLink;
  readonly locator: Locator;
  /** For locators that are paths. */
  readonly resolution?: Resolution;
}

/** Where a link is read from, as far as it decides what a path means. */
export interface LinkContext {
  /** The document's folder in the subject, if it lies there. */
  readonly documentFolder?: string;
  /** Prose names files loosely; the native form names them exactly. */
  readonly lenient: boolean;
}

/** Reads a link's locator and looks its path up. Asks nothing of the disk. */
export function resolveLink(link: EvidenceLink, index: FileIndex, context: LinkContext): ResolvedLink {
  // Only prose writes paths from where the document lies.
  const locator = parseLocator(
    link.locator,
    context.lenient ? { documentFolder: context.documentFolder } : {},
  );
  if (locator.kind !== 'path') return { link, locator };
  return { link, locator, resolution: resolvePath(locator, index, context) };
}

/**
 * Whether a path that a document only mentions is evidence (design §3.2, rule 4): it resolves to exactly one thing, or it has a slash, an
 * extension and a first folder that exists.
 */
export function isEvidence({ link, locator, resolution }: ResolvedLink, index: FileIndex): boolean {
  if (link.cited) return true;
  if (locator.kind !== 'path' || !resolution) return false;
  if (resolution.kind === 'found') return true;
  const first = locator.path.split('/')[0]!;
  return locator.path.includes('/') && /\.\w+$/.test(baseName(locator.path)) && index.isFolder(first);
}
