import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parseFixture } from './fixture.ts';
import { isWarrantScope, plainTokenizer, warrantTokenizer } from './tokenizer.ts';
import type { Language, Line, Tokenizer } from './tokenizer.ts';

const ORDINARY = new URL('ordinary/', import.meta.url);
const FIXTURES = new URL('fixtures/', import.meta.url);

describe('highlighting of all other files', () => {
  let warrant: Tokenizer;
  let plain: Tokenizer;

  before(async function () {
    this.timeout(600_000); // the first time, VS Code may have to be downloaded
    warrant = await warrantTokenizer();
    plain = await plainTokenizer();
  });

  for (const name of readdirSync(ORDINARY)) {
    it(`leaves ${name} as it is`, async () => {
      const text = readFileSync(new URL(name, ORDINARY), 'utf8');
      const language = languageOf(name);
      assert.deepEqual(await warrant(text, language), await plain(text, language));
    });
  }

  for (const name of readdirSync(FIXTURES)) {
    it(`adds to the scopes of ${name}, and takes none away`, async () => {
      const text = parseFixture(readFileSync(new URL(name, FIXTURES), 'utf8'))
        .map((line) => line.text)
        .join('\n');
      const language = languageOf(name);
      const [withWarrant, without] = [await warrant(text, language), await plain(text, language)];
      assert.deepEqual(withWarrant.map(innermostByCharacter), without.map(innermostByCharacter));
    });
  }
});

function languageOf(name: string): Language {
  return name.includes('.md') ? 'markdown' : 'yaml';
}

/**
 * The scopes of every character but Warrant's and `meta` ones: inside a case the base grammar starts anew, so its `meta` scopes may
 * be there twice.
 */
function innermostByCharacter({ text, tokens }: Line): string[] {
  return [...text].map((character, index) => {
    const token = tokens.find(({ start, end }) => start <= index && index < end)!;
    const scopes = token.scopes.filter((scope) => !isWarrantScope(scope) && !scope.startsWith('meta.'));
    return `${character} ${scopes.join(' ')}`;
  });
}
