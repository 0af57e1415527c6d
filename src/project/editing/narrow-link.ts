import { splitLink } from '../../formats/editing/split-link.ts';
import type { TextEdit } from '../../formats/editing/text-edit.ts';
import type { JudgedCase, JudgedLink } from '../snapshot.ts';
import type { ClaimText } from './claim-text.ts';
import { repointLink } from './repoint-link.ts';

/**
 * The edit that leads a link to the whole of a file to parts of it instead; undefined where the place cannot hold that many locators, or the
 * edit would change anything else.
 *
 * @param parts as locators have them behind `#`, one or more
 */
export function narrowLink(
  one: JudgedCase,
  judged: JudgedLink,
  parts: readonly string[],
  claimText: ClaimText,
): TextEdit | undefined {
  const { link, verdict } = judged;
  const [part, ...others] = parts;
  const path = verdict.targets[0]?.path;
  if (part === undefined || path === undefined) return undefined;
  // A hyperlink is written anew from the document's folder, what else is written keeps the path that the author wrote.
  if (others.length === 0)
    return repointLink(one, judged, `${link.hyperlink ? path : link.locator}#${part}`, claimText);
  const locators = parts.map((each) => `${link.locator}#${each}`);
  const place = { case: one.case.id, key: link.key };
  return splitLink(claimText.text, claimText.read, place, locators, claimText.reread);
}
