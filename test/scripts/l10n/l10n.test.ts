import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findMessages } from '../../../scripts/l10n/messages.ts';
import { ROOT } from '../../../scripts/paths.ts';

type Texts = Readonly<Record<string, string>>;

const read = (file: string): unknown => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));

/** What a translation must have as its original has it: `{0}`, any number of times; commands that are linked, code and icons, as often. */
function marks(text: string): string[] {
  const places = new Set(text.match(/\{\d\}/g));
  return [...places, ...(text.match(/\(command:[^)]*\)|\$\([^)]*\)|``/g) ?? [])].sort();
}

function assertTranslated(english: Texts, german: Texts): void {
  assert.deepEqual(Object.keys(german).sort(), Object.keys(english).sort());
  for (const [key, text] of Object.entries(english)) {
    assert.notEqual(german[key]!.trim(), '', key);
    assert.deepEqual(marks(german[key]!), marks(text), key);
  }
}

describe('translations', () => {
  describe('of what is said', () => {
    const { messages, untranslatable } = findMessages();
    const english = read('l10n/bundle.l10n.json') as Texts;

    it('name every message that there is, and no other', () => {
      assert.ok(messages.length > 50);
      assert.deepEqual(Object.keys(english), messages, 'run `npm run l10n`');
      assert.deepEqual(Object.values(english), messages);
    });

    it('leave out nothing that is shown', () => {
      assert.deepEqual(untranslatable, []);
    });

    it('are complete in German', () => {
      assertTranslated(english, read('l10n/bundle.l10n.de.json') as Texts);
    });
  });

  describe('of package.json', () => {
    const manifest = read('package.json') as { readonly contributes: object };
    const english = read('package.nls.json') as Texts;

    it('name every key that there is, and no other', () => {
      const keys = [...JSON.stringify(manifest).matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key!);
      assert.deepEqual([...new Set(keys)].sort(), Object.keys(english).sort());
    });

    it('leave out nothing that is shown', () => {
      const raw: string[] = [];
      const look = (value: unknown, path: string): void => {
        if (typeof value === 'object' && value !== null)
          for (const [key, inner] of Object.entries(value)) look(inner, `${path}.${key}`);
        else if (
          typeof value === 'string' &&
          isShown(path) &&
          !/^%[\w.-]+%$/.test(value) &&
          value !== 'Warrant'
        )
          raw.push(`${path}: ${value}`);
      };
      look(manifest.contributes, 'contributes');
      assert.deepEqual(raw, []);
    });

    it('are complete in German', () => {
      assertTranslated(english, read('package.nls.de.json') as Texts);
    });
  });
});

function isShown(path: string): boolean {
  if (path.startsWith('contributes.snippets')) return false;
  return /\.(?:title|shortTitle|(?:markdown)?[dD]escription|(?:markdownE|e)numDescriptions\.\d+|contents|name|altText|label)$/.test(
    path,
  );
}
