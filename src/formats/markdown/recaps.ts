import type { Draft } from './drafts.ts';
import type { Section } from './outline.ts';
import { headingText } from './headings.ts';

/** Headings of sections that speak again of nodes stated elsewhere. */
const RECAP =
  /\b(?:summary|status|conclusions?|recap|progress|next steps|follow[- ]?ups?|roadmap|to[- ]?dos?|action items|change ?log|history|traceability|cross[- ]?references?|index|glossary)\b|\b(?:open|remaining|outstanding|unfinished) (?:items?|issues?|points?|questions?|work|actions?|tasks?)\b/i;

/** A longer one is a statement. */
const LONGEST_HEADING = 90;

/** Whether a node stands in a section that, by its heading or one above, sums up or lists what is to be done. */
export function isRecap({ entry }: Draft): boolean {
  const own = entry.form === 'heading' ? entry.section.parent : entry.section;
  for (let section: Section | undefined = own; section?.heading; section = section.parent) {
    if (section.depth > 1 && RECAP.test((headingText(section)?.text ?? '').slice(0, LONGEST_HEADING)))
      return true;
  }
  return false;
}
