import { push } from '../../model/multimap.ts';
import type { Draft } from './drafts.ts';
import type { Section } from './outline.ts';

/**
 * Marks the one paragraph `**Claim.** …` below a heading that is a claim itself: it says the heading in a sentence, and the tables and lists
 * of the section are still about the heading. Several such paragraphs are claims that each have their own support.
 */
export function withSaidHeadings(drafts: readonly Draft[]): Draft[] {
  const headings = new Set<Section>();
  const below = new Map<Section, Draft[]>();
  for (const draft of drafts) {
    const { kind, entry, id } = draft;
    if (kind !== 'claim') continue;
    if (entry.form === 'heading') headings.add(entry.section);
    else if (entry.form === 'text' && !entry.item && id === undefined) push(below, entry.section, draft);
  }
  const said = new Set(
    [...below].flatMap(([section, claims]) => (headings.has(section) && claims.length === 1 ? claims : [])),
  );
  return drafts.map((draft) => (said.has(draft) ? { ...draft, saysHeading: true as const } : draft));
}
