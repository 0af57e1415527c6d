import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { differences, parseFixture } from './fixture.ts';
import { warrantTokenizer } from './tokenizer.ts';
import type { Tokenizer } from './tokenizer.ts';

const FOLDER = new URL('fixtures/', import.meta.url);

describe('highlighting of claim files', () => {
  let tokenize: Tokenizer;

  before(async function () {
    this.timeout(600_000); // the first time, VS Code may have to be downloaded
    tokenize = await warrantTokenizer();
  });

  for (const name of readdirSync(FOLDER)) {
    it(name, async () => {
      const fixture = parseFixture(readFileSync(new URL(name, FOLDER), 'utf8'));
      const text = fixture.map((line) => line.text).join('\n');
      const lines = await tokenize(text, name.includes('.md.') ? 'markdown' : 'yaml');
      assert.deepEqual(differences(fixture, lines), []);
    });
  }
});

describe('fixtures', () => {
  const lineOf = (text: string, ...scopes: string[]) => ({
    text,
    tokens: [{ start: 0, end: text.length, scopes: ['source.yaml', ...scopes] }],
  });

  it('say what is missing', () => {
    const fixture = parseFixture('>C1\n ^^ entity.name.type.id.warrant');
    assert.deepEqual(differences(fixture, [lineOf('C1')]), [
      'line 1, "C1": expected entity.name.type.id.warrant, found source.yaml',
    ]);
  });

  it('say what is too much', () => {
    const fixture = parseFixture('>C1');
    assert.deepEqual(differences(fixture, [lineOf('C1', 'entity.name.type.id.warrant')]), [
      'line 1, "C1": expected nothing, found source.yaml entity.name.type.id.warrant',
    ]);
  });

  it('refuse lines that mean nothing', () => {
    assert.throws(() => parseFixture('>C1\n^^ scope'), /Neither a line of text nor carets/);
  });
});
