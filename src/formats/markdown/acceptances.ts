/** Who accepts a risk, why, and until when, as far as it is written. */
export interface AcceptanceWords {
  readonly by?: string;
  readonly why?: string;
  readonly until?: string;
}

const NAME = String.raw`([^.;:()\n]{1,80}?)`;
const END = String.raw`(?=[.;()]|,? (?:until|till|because|since)\b|$)`;
const BY = new RegExp(`\\baccepted by ${NAME}${END}`, 'i');
const UNTIL = /\b(?:until|till|expires(?: on)?) ([^.;,()\n]{1,40}?)(?=[.;,()]|,? because\b|$)/i;
const WHY = /\b(?:because|reason:) ([^.;\n]{1,300}?)(?=[.;]|,? until\b|$)/i;
/** A longer text is no remark of acceptance. */
const LONGEST = 2_000;

/** What a sentence such as `Accepted by Ada until 2030-01-31 because …` says; undefined for one that names nobody. */
export function acceptanceIn(text: string): AcceptanceWords | undefined {
  if (text.length > LONGEST) return undefined;
  const by = BY.exec(text);
  if (!by) return undefined;
  const rest = text.slice(by.index);
  const until = UNTIL.exec(rest)?.[1];
  const why = WHY.exec(rest)?.[1];
  return {
    by: by[1]!.trim().replace(/,$/, ''),
    ...(why && { why: why.trim() }),
    ...(until && { until: until.trim() }),
  };
}
