import assert from 'node:assert/strict';
import { type Located, locate } from '../../src/evidence/locate.ts';
import { createSyntax } from '../../src/evidence/syntax.ts';
import { installedGrammars } from './grammars.ts';

const syntax = createSyntax(installedGrammars());

/** `sign` is defined twice with something between, `Key.sign` once more. */
const TEXT = `\
def sign(a):
    return a

x = 1

def sign(a, b):
    return a + b

class Key:
    def sign(self):
        pass
`;

const find = (name: string, text = TEXT): Promise<Located> =>
  locate('a.py', text, { kind: 'symbol', name }, syntax);

describe('several definitions of one name', () => {
  const found: [name: string, startLine: number, endLine: number][] = [
    ['sign~1', 1, 2],
    ['sign~2', 6, 7],
    ['sign()~2', 6, 7],
    ['Key.sign', 10, 11],
    ['Key.sign~1', 10, 11],
    ['x~1', 4, 4],
  ];
  for (const [name, startLine, endLine] of found) {
    it(`are told apart by their order: ${name}`, async () => {
      assert.deepEqual(await find(name), { kind: 'lines', startLine, endLine });
    });
  }

  it('are listed where it is not said which is meant', async () => {
    assert.deepEqual(await find('sign'), {
      kind: 'ambiguous',
      places: [
        { name: 'sign', line: 1, fragment: { kind: 'symbol', name: 'sign~1' } },
        { name: 'sign', line: 6, fragment: { kind: 'symbol', name: 'sign~2' } },
      ],
    });
  });

  it('have their qualified names where these are enough', async () => {
    const text =
      'class A:\n    def f(self): pass\n\nclass B:\n    def f(self): pass\n    x = 1\n    def f(self, a): pass\n';
    const located = await find('f', text);
    const names = located.kind === 'ambiguous' ? located.places.map(({ fragment }) => fragment) : [];
    assert.deepEqual(
      names,
      ['A.f', 'B.f~1', 'B.f~2'].map((name) => ({ kind: 'symbol', name })),
    );
    for (const [i, name] of ['A.f', 'B.f~1', 'B.f~2'].entries()) {
      const one = await find(name, text);
      assert.equal(one.kind === 'lines' && one.startLine, [2, 5, 7][i], 'each name leads where it says');
    }
  });

  for (const name of ['sign~3', 'sign~0', 'sign~', 'sing~1']) {
    it(`are no more than there are: ${name}`, async () => {
      const located = await find(name);
      assert.equal(located.kind, 'missing');
      assert.ok(
        located.kind === 'missing' &&
          located.similar.some((one) => one.kind === 'symbol' && one.name === 'sign'),
      );
    });
  }

  it('are not meant by the title of a test that ends like that', async () => {
    const text = "it('rounds~2', () => {});\nit('rounds', () => {});\n";
    const located = await locate('a.ts', text, { kind: 'symbol', name: 'rounds~2' }, syntax);
    assert.deepEqual(located, { kind: 'lines', startLine: 1, endLine: 1 });
  });
});
