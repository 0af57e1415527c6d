/** What may follow the first number of an id, as a pattern: `.2.1`, `b`, `b.1`. */
export const ID_TAIL = String.raw`(?:\.\d{1,3}){0,5}(?:[a-z](?:\.\d{1,3}){0,5})?`;

/** An id in any arrangement that people number things by, as a pattern: `REQ-1`, `G2.1`, `S1b`. */
export const ANY_ID = String.raw`[A-Z][A-Za-z]{0,7}[-_.]?\d{1,4}${ID_TAIL}`;

const NUMBERED = new RegExp(String.raw`^([A-Z][A-Za-z]{0,7}[-_.]?)(\d{1,4}${ID_TAIL})$`);

/** The letters of an id, and the numbers behind them one by one: `G1b.2` is G and 1, b, 2. Undefined for what is no id. */
export function idParts(id: string): { letters: string; numbers: readonly string[] } | undefined {
  const [, letters = '', rest = ''] = NUMBERED.exec(id) ?? [];
  return rest === '' ? undefined : { letters, numbers: rest.match(/\d+|[a-z]/g) ?? [] };
}
