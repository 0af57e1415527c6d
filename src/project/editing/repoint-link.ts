import { repoint } from '../../formats/editing/repoint.ts';
import type { TextEdit } from '../../formats/editing/text-edit.ts';
import { folderOf, pathBelow } from '../../model/paths.ts';
import { parseRepositoryUrl } from '../../model/repository-url.ts';
import type { JudgedCase, JudgedLink } from '../snapshot.ts';
import type { ClaimText } from './claim-text.ts';
import { relativePath } from './moved-paths.ts';

/**
 * The edit that makes a link lead elsewhere; undefined where it cannot be made without changing anything else.
 *
 * @param locator from the subject's root, as suggestions are
 */
export function repointLink(
  one: JudgedCase,
  { link }: JudgedLink,
  locator: string,
  claimText: ClaimText,
): TextEdit | undefined {
  const wanted = asWritten(one, link, locator, claimText.file);
  const place = { case: one.case.id, key: link.key };
  return repoint(claimText.text, claimText.read, place, wanted, claimText.reread);
}

/** The locators that lead there from where this one is written: from the document's folder in a hyperlink, else from the root. */
function asWritten(
  one: JudgedCase,
  link: JudgedLink['link'],
  locator: string,
  file: string,
): readonly string[] {
  const url = parseRepositoryUrl(link.locator);
  if (url) {
    const newUrl =
      url.commit === undefined ? addressAt(link.locator, url.segments.slice(1), locator) : undefined;
    return newUrl === undefined ? [] : [newUrl];
  }
  if (!link.hyperlink) return [locator];
  const document = pathBelow(one.subject.root, file);
  return document === undefined ? [] : [relativePath(folderOf(document), locator)];
}

/** A web address with another path and fragment behind its branch; undefined where it does not end in its path. @param segments of its path */
export function addressAt(url: string, segments: readonly string[], locator: string): string | undefined {
  const path = segments.map(encodeURIComponent).join('/');
  const [base = ''] = url.split(/[?#]/);
  if (!base.endsWith(`/${path}`)) return undefined;
  return base.slice(0, base.length - path.length) + encodeURI(locator);
}
