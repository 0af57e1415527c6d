/**
 * How many `<` may follow each other before a statement or block starts or ends. The grammars of Java and C# take every `<` for the start of type
 * arguments first, and memory that grows with the square of those left open. No code of people comes near.
 */
const MAX_OPEN = 2000;

const LESS = '<'.charCodeAt(0);
const ENDS = new Set([...';{}'].map((character) => character.charCodeAt(0)));

/** Whether a text has more `<` in a row than a grammar with type arguments can bear. */
export function opensTooMany(text: string): boolean {
  let open = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (ENDS.has(code)) open = 0;
    else if (code === LESS && ++open > MAX_OPEN) return true;
  }
  return false;
}
