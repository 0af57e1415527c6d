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

/** `Evidence`, `Test evidence`, `Supported by evidence`, `Evidence files`, `Evidence (code)`. */
const EVIDENCE =
  /^(?:[\p{L}-]+\s+){0,2}evidences?(?:\s+(?:artifacts?|files?|items?|links?|references?|sources?))?(?:\s*\([^()]*\))?$/iu;
/** Labels of columns of evidence, too; in plain words they are prose. */
const PROOF =
  /^(?:proofs?|tests|verification|(?:proven|checked|verified|validated|tested|enforced) (?:by|in))(?:\s*\([^()]*\))?$/i;
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
  const stopped = evidenceWithStop(line);
  if (stopped) return stopped;
  const colon = text.slice(0, LONGEST_NAME + 1).indexOf(':');
  const emphasis = line.emphases.find(({ start, end }) => start === 0 && end > 0);
  if (colon < 0) {
    const whole = emphasis?.end === text.length && text.length <= LONGEST_NAME;
    return whole ? { evidence: isEvidence(text), start: 0, from: text.length, colon: false } : undefined;
  }
  const name = text.slice(0, colon).trim();
  const emphasized = emphasis !== undefined && emphasis.end >= colon && emphasis.end <= colon + 1;
  const evidence = emphasized ? isEvidence(name) : EVIDENCE.test(name);
  return evidence || emphasized ? { evidence, start: 0, from: colon + 1, colon: true } : undefined;
}

/** `**Evidence.** …` */
function evidenceWithStop({ text, emphases }: InlineLine): Label | undefined {
  const end = emphases.find(({ start }) => start === 0)?.end ?? 0;
  const stop = text.slice(0, Math.min(end, LONGEST_NAME)).indexOf('.');
  const isLabel = stop > 0 && stop === end - 1 && EVIDENCE.test(text.slice(0, stop).trim());
  return isLabel ? { evidence: true, start: 0, from: end, colon: true } : undefined;
}

function evidenceWithin(line: InlineLine): Label | undefined {
  for (const { start, end } of line.emphases) {
    const length = line.text.slice(start, start + LONGEST_NAME + 1).indexOf(':');
    const colon = start + length;
    if (length < 0 || colon > end) continue;
    const name = line.text.slice(start, colon).trim();
    if (EVIDENCE.test(name)) return { evidence: true, start, from: colon + 1, colon: true };
  }
  return undefined;
}

function isEvidence(name: string): boolean {
  return EVIDENCE.test(name) || PROOF.test(name);
}
