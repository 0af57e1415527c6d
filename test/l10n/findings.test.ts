import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/paths.ts';
import { sayIn } from '../../src/l10n/say.ts';
import { CATALOGUE } from '../../src/rules/catalogue.ts';
import { findingsOf, readPage } from '../rules/page.ts';

/** A language that says each message as it is, between `«` and `»`, and what it is given between `‹` and `›`. */
function markingLanguage(): Record<string, string> {
  const english = JSON.parse(readFileSync(join(ROOT, 'l10n', 'bundle.l10n.json'), 'utf8')) as object;
  return Object.fromEntries(
    Object.keys(english).map((text) => [text, `«${text.replace(/\{\d\}/g, '‹$&›')}»`]),
  );
}

/** What of a text was not said: all that stands outside of messages, and what was given to them and is no message. */
function unsaid(text: string): { readonly outside: string; readonly given: readonly string[] } {
  const given: string[] = [];
  let rest = text;
  for (;;) {
    // From the inside: a message may have been given to another.
    const without = rest.replace(/«[^«»]*»/g, (said) => {
      given.push(...[...said.matchAll(/‹([^‹›]*)›/g)].map(([, what]) => what!));
      return '';
    });
    if (without === rest) return { outside: rest.trim(), given };
    rest = without;
  }
}

/** What reads like words of a language, rather than like a name: two of them side by side. */
function phrasesIn(text: string): string[] {
  return text.match(/\p{L}{2,}(?: \p{L}{2,})+/gu) ?? [];
}

describe('findings', () => {
  before(() => {
    sayIn(markingLanguage());
  });
  after(() => {
    sayIn({});
  });

  for (const { id } of CATALOGUE.values())
    it(`of ${id} are said in the language of the person`, async () => {
      const { bad } = readPage(id);
      const findings = await findingsOf(bad, !/^evidence-(?!with)/.test(id));
      assert.ok(
        findings.some(({ rule }) => rule === id),
        JSON.stringify(findings),
      );
      const example = JSON.stringify(bad);
      const isQuoted = (phrase: string): boolean => example.includes(phrase);
      for (const { message, related = [] } of findings) {
        assert.doesNotMatch(unsaid(message).outside, /\p{L}/u, message);
        // Commits are said by their authors.
        const others = related.filter(({ place }) => place.kind !== 'commit');
        for (const text of [message, ...others.map((one) => one.message)]) {
          const { outside, given } = unsaid(text);
          // What is related may be nothing but a name, such as a path or a node with its text.
          const phrases = [outside, ...given].flatMap(phrasesIn);
          assert.deepEqual(
            phrases.filter((phrase) => !isQuoted(phrase)),
            [],
            text,
          );
        }
      }
    });
});
