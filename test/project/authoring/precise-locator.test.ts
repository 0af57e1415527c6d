import assert from 'node:assert/strict';
import { createSyntax } from '../../../src/evidence/syntax.ts';
import { namedPlacesOf } from '../../../src/evidence/named-places.ts';
import { preciseLocator } from '../../../src/project/authoring/precise-locator.ts';
import { installedGrammars } from '../../evidence/grammars.ts';

const SOURCE = `import os


class Gate:
    LIMIT = 1

    def open(self, key):
        return key

    def close(self):
        # warrant:begin lock
        self.lock()
        self.bolt()
        # warrant:end lock
        return True


def login(user):
    return user
`;

describe('the most precise locator', () => {
  const syntax = createSyntax(installedGrammars());
  const locate = async (
    start: number,
    end: number,
    { path = 'src/a.py', text = SOURCE, empty = false } = {},
  ) =>
    preciseLocator(
      path,
      { startLine: start, endLine: end, empty },
      { text, places: await namedPlacesOf({ path, text }, syntax) },
    );

  it('is the symbol that a selection lies in, blank lines around it left out', async () => {
    assert.equal(await locate(8, 8), 'src/a.py#Gate.open');
    assert.equal(await locate(6, 9), 'src/a.py#Gate.open');
    assert.equal(await locate(4, 15), 'src/a.py#Gate');
    assert.equal(await locate(17, 19), 'src/a.py#login');
  });

  it('is the region that is marked around it', async () => {
    assert.equal(await locate(12, 12), 'src/a.py#region:lock');
    assert.equal(await locate(12, 14), 'src/a.py#Gate.close', 'a region holds less');
  });

  it('is its lines where it cuts through symbols, or lies in none', async () => {
    assert.equal(await locate(7, 11), 'src/a.py#L7-L11');
    assert.equal(await locate(1, 1), 'src/a.py#L1');
    assert.equal(await locate(15, 18), 'src/a.py#L15-L18');
  });

  it('is the whole file where all is selected, and where a cursor stands in nothing that has a name', async () => {
    assert.equal(await locate(1, 20), 'src/a.py');
    assert.equal(await locate(1, 1, { empty: true }), 'src/a.py');
    assert.equal(await locate(17, 17, { empty: true }), 'src/a.py');
    assert.equal(await locate(2, 3), 'src/a.py');
    assert.equal(preciseLocator('src/a.py', undefined, undefined), 'src/a.py');
  });

  it('is the innermost of what has a name around a cursor', async () => {
    assert.equal(await locate(7, 7, { empty: true }), 'src/a.py#Gate.open');
    assert.equal(await locate(8, 8, { empty: true }), 'src/a.py#Gate.open');
    assert.equal(await locate(9, 9, { empty: true }), 'src/a.py#Gate', 'between its methods');
    assert.equal(await locate(12, 12, { empty: true }), 'src/a.py#region:lock');
    assert.equal(await locate(18, 18, { empty: true }), 'src/a.py#login');
    assert.equal(await locate(19, 19, { empty: true }), 'src/a.py#login');
  });

  it('is a section of a document and a key of a configuration', async () => {
    assert.equal(
      await locate(5, 5, { path: 'a.md', text: '# A\n\n## How to\n\nSo.\n\n## Else\n' }),
      'a.md#how-to',
    );
    const text = '{\n  "tls": {\n    "min": 2\n  },\n  "x": 1\n}\n';
    assert.equal(await locate(3, 3, { path: 'a.json', text }), 'a.json#/tls/min');
  });

  it('is none for a path that cannot be written', () => {
    assert.equal(preciseLocator('src/a#b.py', undefined, undefined), undefined);
    assert.equal(preciseLocator('src/*.py', undefined, undefined), undefined);
  });
});
