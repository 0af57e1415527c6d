import assert from 'node:assert/strict';
import { CASE_KEYS, CHILD_KINDS, ITEM_KEYS } from '../../src/formats/yaml/keys.ts';
import { KIND_LABELS, NODE_KINDS } from '../../src/model/kinds.ts';
import { warrantTokenizer } from './tokenizer.ts';
import type { Language, Tokenizer } from './tokenizer.ts';

const KIND = 'keyword.control.kind.warrant';
const PROPERTY = 'support.type.property-name.warrant';
const ID = 'entity.name.type.id.warrant';

describe('words that are highlighted', () => {
  let tokenize: Tokenizer;

  before(async function () {
    this.timeout(600_000); // the first time, VS Code may have to be downloaded
    tokenize = await warrantTokenizer();
  });

  /** The innermost scope of `word` on the last line of a text. */
  async function scopeOf(word: string, text: string, language: Language): Promise<string | undefined> {
    const line = (await tokenize(text, language)).at(-1)!;
    const at = line.text.indexOf(word);
    return line.tokens.find(({ start, end }) => start === at && end === at + word.length)?.scopes.at(-1);
  }

  for (const key of new Set([...CASE_KEYS, ...ITEM_KEYS])) {
    it(`\`${key}\` in YAML`, async () => {
      const holdsNodes = key === 'case' || CHILD_KINDS.has(key);
      const text = key === 'case' ? 'case: Title' : `case: Title\n${key}: x`;
      assert.equal(await scopeOf(key, text, 'yaml'), holdsNodes ? KIND : PROPERTY);
    });
  }

  const keywords = [
    ...NODE_KINDS.map((kind) => KIND_LABELS[kind]),
    ...['Top-Level Claim', 'Sub-Claim', 'Goal', 'Solution', 'Argument', 'Defeater', 'Countermeasure'],
  ];
  for (const keyword of keywords) {
    it(`\`${keyword}\` in Markdown`, async () => {
      const line = `- **${keyword} X1:** What it says.`;
      assert.equal(await scopeOf(keyword, `# Assurance case\n${line}`, 'markdown'), KIND);
      assert.equal(await scopeOf(keyword, line, 'markdown'), KIND, 'begins a case by itself');
      assert.equal(await scopeOf(keyword, `# Assurance case\nX1 (${keyword}): text`, 'markdown'), undefined);
      assert.equal(await scopeOf(keyword, `# Assurance case\nC1 (${keyword}): text`, 'markdown'), KIND);
    });
  }

  const ids = ['C1', 'C2.1', 'SC3', 'G0', 'Sn4', 'IR1', 'UC1', 'UM1', 'R12', 'E2', 'CT1', 'A-1', 'CTL3a'];
  for (const id of ids) {
    it(`\`${id}\``, async () => {
      assert.equal(await scopeOf(id, `case: Title\nclaims: {${id}: x}`, 'yaml'), ID);
      assert.equal(await scopeOf(id, `# Assurance case\n${id} – text`, 'markdown'), ID);
      assert.equal(await scopeOf(id, `# Assurance case\n## Text (${id})`, 'markdown'), ID);
      assert.equal(await scopeOf(id, `# Assurance case\n| ${id} | text |`, 'markdown'), ID);
    });
  }

  for (const word of ['UTF-8', 'A01', 'RFC 5246', 'SHA256', 'IE11']) {
    it(`not \`${word}\` in Markdown`, async () => {
      assert.notEqual(await scopeOf(word, `# Assurance case\n${word}: text`, 'markdown'), ID);
    });
  }
});
