import assert from 'node:assert/strict';
import { formatFragment } from '../../src/evidence/fragment.ts';
import { partAround } from '../../src/evidence/part-around.ts';
import { createSyntax } from '../../src/evidence/syntax.ts';
import { installedGrammars } from './grammars.ts';

const syntax = createSyntax(installedGrammars());

const PYTHON = `\
from b import helper

class Key:
    def __init__(self, size, seed):
        self.size = size
        # retries
        rounds = 3
        self.mix(rounds)

    def mix(self, count, seed):
        for step in range(count):
            self.total = "never more than rounds in all"
            helper(step, mode="fast")

def other(k):
    print(k.rounds, retries)

def last():
    return {"retries": 1}
`;

const TYPESCRIPT = `\
export function serve(port: number, { host = 'x' } = {}) {
  const limit = 3;
  const open = () => limit;
  return { port, limit, onError: (error) => open(error) };
}
export const stop = (limitless) => limitless;
`;

const YAML = `\
service: &service
  timeout: 5
  session_timeout: 3
  tls: {min: 1}
other:
  timeout: 7
  copy: *service
  tls: {max: 1}
tasks:
  audit:deps: [a]
`;

describe('the part that a name speaks of', () => {
  const found: [what: string, path: string, text: string, name: string, part: string][] = [
    ['a local name', 'a.py', PYTHON, 'step', '#Key.mix'],
    ['a parameter', 'a.py', PYTHON, 'count', '#Key.mix'],
    ['a field, by the class in which it is used', 'a.py', PYTHON, 'size', '#Key.__init__'],
    ['a field of an owner that is named', 'a.py', PYTHON, 'Key.total', '#Key.mix'],
    ['a parameter of two methods, by their class', 'a.py', PYTHON, 'seed', '#Key'],
    ['a local name that is a member of something elsewhere', 'a.py', PYTHON, 'rounds', '#Key.__init__'],
    ['what stands in a string by itself', 'a.py', PYTHON, 'fast', '#Key.mix'],
    ['a local constant', 'a.ts', TYPESCRIPT, 'limit', '#serve'],
    ['a parameter that is taken apart', 'a.ts', TYPESCRIPT, 'host', '#serve'],
    ['a parameter of a closure', 'a.ts', TYPESCRIPT, 'error', '#serve.onError'],
    ['a key of settings', 'a.yaml', YAML, 'session_timeout', '#/service/session_timeout'],
    ['a key with the one around it', 'a.yaml', YAML, 'other.timeout', '#/other/timeout'],
    ['a key with a colon', 'a.yaml', YAML, 'audit:deps', '#/tasks/audit:deps'],
    ['a key of JSON', 'a.json', '{"a": [{"b": 1}], "c": 2}', 'b', '#/a/0/b'],
    ['a key of TOML', 'a.toml', '[a.b]\nc = 1\n', 'c', '#/a/b/c'],
  ];
  for (const [what, path, text, name, part] of found) {
    it(`is for ${what}: ${name} in ${path} is ${part}`, async () => {
      const fragment = await partAround(path, text, name, syntax);
      assert.equal(fragment && formatFragment(fragment), part);
    });
  }

  const missing: [what: string, path: string, text: string, name: string][] = [
    ['used outside of all symbols', 'a.py', PYTHON, 'helper'],
    ['in two of them', 'a.py', PYTHON, 'retries'],
    ['only in a comment or a sentence', 'a.py', '# one\ndef f():\n    """Says one."""\n', 'one'],
    ['of another owner', 'a.py', PYTHON, 'Other.total'],
    ['a key that is there twice', 'a.yaml', YAML, 'timeout'],
    ['a key with nothing in front that tells it from another', 'a.yaml', YAML, 'tls'],
    ['no key', 'a.yaml', YAML, 'min_version'],
    ['a key of the second document', 'a.yaml', 'a: 1\n---\nb: 2\n', 'b'],
    ['in a file that is not in order', 'a.yaml', 'a: [1\nb: 2\n', 'b'],
    ['in code that is not in order', 'a.py', 'def f(:\n    a = 1\n', 'a'],
    ['in a file that is not taken apart', 'a.zig', 'const a = 1;\n', 'a'],
  ];
  for (const [what, path, text, name] of missing) {
    it(`is none for what is ${what}: ${name} in ${path}`, async () => {
      assert.equal(await partAround(path, text, name, syntax), undefined);
    });
  }

  it('is found in data that stands within itself', async () => {
    const fragment = await partAround('a.yaml', 'a: &x\n  b: *x\n  c: 1\n', 'c', syntax);
    assert.deepEqual(fragment, { kind: 'pointer', pointer: '/a/c' });
  });
});
