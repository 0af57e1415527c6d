import type { Draft } from './drafts.ts';
import { isEmphasized } from './node-line.ts';
import type { Section } from './outline.ts';
import { headingText } from './headings.ts';

/** A heading over what is done about threats. */
const COUNTERING =
  /\b(?:controls?|counter-?measures?|mitigations?|safeguards?|defen[cs]es?|responses?)\b|\b(?:counter|mitigate|address|handle)(?:s|ed|d)?\b/i;
/** A heading over the threats themselves. */
const THREATS = /^[^\p{L}]*(?:the )?(?:threats?|attacks?|risks?)\b/iu;

/**
 * Threats that are named again where a document tells what counters them: `**T1 — a forged token.** Tokens are signed …` states a control of
 * the threat T1. Only a paragraph, below such a heading, and only where the threat itself is stated elsewhere.
 */
export function withAnswers(drafts: readonly Draft[]): Draft[] {
  const threats = new Map<string, Section>();
  return drafts.map((draft) => {
    const { id, kind, entry } = draft;
    if (kind !== 'threat' || id === undefined) return draft;
    const stated = threats.get(id);
    if (stated === undefined) threats.set(id, entry.section);
    if (stated === undefined || stated === entry.section || !answers(draft)) return draft;
    return { ...withoutId(draft), kind: 'control', about: id, placing: 'enclosing' };
  });
}

function answers({ entry, text }: Draft): boolean {
  if (entry.form !== 'text' || entry.index > 0 || entry.item || text === '') return false;
  const first = entry.line.text.search(/\p{L}/u);
  const heading = headingText(entry.section)?.text ?? '';
  return isEmphasized(entry.line, first) && COUNTERING.test(heading) && !THREATS.test(heading);
}

function withoutId({ id: _id, guessed: _guessed, ...draft }: Draft): Draft {
  return draft;
}
