import assert from 'node:assert/strict';
import { createSyntax } from '../../../src/evidence/syntax.ts';
import { installedGrammars } from '../grammars.ts';

const syntax = createSyntax(installedGrammars());

/** What was edited, and the text before and after. */
export type Edit = readonly [what: string, before: string, after: string];

/** The outline of a file, one line a symbol: `3-5 method Class.method`. */
export async function outlineOf(path: string, text: string): Promise<string[]> {
  const symbols = await syntax.outline(path, text);
  assert.ok(symbols);
  return symbols.map(
    ({ kind, qualifiedName, startLine, endLine }) => `${startLine}-${endLine} ${kind} ${qualifiedName}`,
  );
}

/** The token sequence of a text, which has to be in order. */
export async function tokensOf(path: string, text: string): Promise<string[]> {
  const tokens = await syntax.tokens(path, text);
  assert.ok(tokens, `does not parse: ${text}`);
  return tokens;
}

/** Declares a test for each edit: that it leaves the token sequence as it is. */
export function cosmetic(path: string, edits: readonly Edit[]): void {
  for (const [what, before, after] of edits) {
    it(`does not change with ${what}`, async () => {
      assert.notEqual(after, before);
      assert.deepEqual(await tokensOf(path, after), await tokensOf(path, before));
    });
  }
}

/** Declares a test for each edit: that it changes the token sequence, both texts being in order. */
export function different(path: string, edits: readonly Edit[]): void {
  for (const [what, before, after] of edits) {
    it(`changes with ${what}`, async () => {
      assert.notDeepEqual(await tokensOf(path, after), await tokensOf(path, before));
    });
  }
}

/** Declares tests that a language is read in time and space linear in the text: as many tokens and symbols for twice the text as twice for the text. */
export function linear(path: string, unit: string, hostile: readonly string[]): void {
  it('writes twice as much for twice the text', async () => {
    const once = await syntax.code(path, unit.repeat(50));
    const twice = await syntax.code(path, unit.repeat(100));
    assert.deepEqual(once?.errors, []);
    assert.ok(once.tokens.length > 0);
    // White space at the ends of a text may say something.
    assert.ok(Math.abs(twice!.tokens.length - 2 * once.tokens.length) <= 2, `${twice!.tokens.length} tokens`);
  });
  for (const piece of hostile) {
    it(`reads ${JSON.stringify(piece)}, over and over`, async () => {
      const reading = await syntax.code(path, piece.repeat(Math.floor(40_000 / piece.length)));
      // Not at all, where the parser would need more steps than the text has characters.
      if (!reading) return;
      const written = reading.outline.reduce((sum, { qualifiedName }) => sum + qualifiedName.length, 0);
      assert.ok(reading.tokens.length <= 160_000, `${reading.tokens.length} tokens`);
      assert.ok(written <= 4_000_000, `${written} characters of names`);
    });
  }
}
