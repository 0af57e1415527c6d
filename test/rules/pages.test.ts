import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { CATALOGUE } from '../../src/rules/catalogue.ts';
import { PAGES, findingsOf, readPage } from './page.ts';

/** Examples of these show all the files there are, as files are what they are about. */
const ABOUT_FILES = /^evidence-(?!with)/;

describe('the pages of the rules', () => {
  it('are one for each rule', () => {
    const pages = readdirSync(PAGES).filter((name) => name.endsWith('.md'));
    assert.deepEqual(pages.sort(), [...CATALOGUE.keys()].map((id) => `${id}.md`).sort());
  });

  for (const { id, level, fixed } of CATALOGUE.values()) {
    describe(id, () => {
      const page = readPage(id);

      it('says what it is called, how serious it is, and how it is silenced', () => {
        assert.equal(page.title, id);
        assert.equal(page.level, level);
        assert.match(
          page.silence,
          fixed ? /cannot be silenced/ : new RegExp(`warrant-disable-next-line ${id}\``),
        );
      });

      it('has a bad example that yields it', async () => {
        const found = await findingsOf(page.bad, !ABOUT_FILES.test(id));
        const own = found.filter(({ rule }) => rule === id);
        assert.notDeepEqual(own, [], JSON.stringify(found, null, 1));
        const usual = level === 'off' ? 'warning' : level;
        assert.ok(
          own.some(({ severity }) => severity === usual),
          JSON.stringify(own),
        );
      });

      it('has a good example in which nothing is found', async () => {
        assert.notDeepEqual(page.good, []);
        assert.deepEqual(await findingsOf(page.good, !ABOUT_FILES.test(id)), []);
      });
    });
  }
});
