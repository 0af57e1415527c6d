import type { InlineLine } from './inline.ts';

/** A label on a line: words that say what the text behind them is. */
export interface Label {
  /** What follows is evidence. */
  readonly evidence: boolean;
  /** Where the label begins in the line's text; 0 for one at its start. */
  readonly start: number;
  /** Where what it introduces begins in the line's text. */
  readonly from: number;
  /** A colon marks it; without one it might also be a short statement in bold. */
  readonly colon: boolean;
}

const EVIDENCE =
  /^(?:(?:supporting|supported by|key|primary|direct|objective)\s+)?evidences?(?:\s*\([^()]*\))?$/i;
const LONGEST_NAME = 60;

/**
 * The label that a line begins with (`**Note:** …`, `Evidence: …`, `**Evidence**`), or an emphasised evidence label further on in it.
 * Only the word evidence makes a label without emphasis, since a colon alone is ordinary prose.
 */
export function readLabel(line: InlineLine): Label | undefined {
  const leading = leadingLabel(line);
  return leading?.evidence ? leading : (evidenceWithin(line) ?? leading);
}

/** Whether a heading says that the section below it is evidence: `4. Evidence`. */
export function isEvidenceHeading(line: InlineLine): boolean {
  return EVIDENCE.test(line.text.replace(/^\d+(?:\.\d+)*[.):]?\s+/, '').replace(/\s*:$/, ''));
}

function leadingLabel(line: InlineLine): Label | undefined {
  const { text } = line;
  const colon = text.slice(0, LONGEST_NAME + 1).indexOf(':');
  const emphasis = line.emphases.find(({ start, end }) => start === 0 && end > 0);
  if (colon < 0) {
    const whole = emphasis?.end === text.length && text.length <= LONGEST_NAME;
    return whole ? { evidence: EVIDENCE.test(text), start: 0, from: text.length, colon: false } : undefined;
  }
  const name = text.slice(0, colon).trim();
  const evidence = EVIDENCE.test(name);
  const emphasized = emphasis !== undefined && emphasis.end >= colon && emphasis.end <= colon + 1;
  return evidence || emphasized ? { evidence, start: 0, from: colon + 1, colon: true } : undefined;
}

function evidenceWithin(line: InlineLine): Label | undefined {
  for (const { start, end } of line.emphases) {
    const colon = line.text.indexOf(':', start);
    if (colon < 0 || colon > end) continue;
    const name = line.text.slice(start, colon).trim();
    if (EVIDENCE.test(name)) return { evidence: true, start, from: colon + 1, colon: true };
  }
  return undefined;
}
