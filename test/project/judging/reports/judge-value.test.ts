import assert from 'node:assert/strict';
import type { Verdict } from '../../../../src/model/verdict.ts';
import { inShort, judgeTogether } from './judged-reports.ts';

const FILES = {
  'c.json': '{\n  "tls": {"min": "1.3", "rounds": 12, "on": true},\n  "hosts": ["a", "b"]\n}\n',
  'c.yaml': 'tls:\n  min: "1.3"\n  ratio: 1.50\n  off: null\n',
  'c.toml': '[tls]\nmin = "1.2"\n',
  'bad.json': '{\n  "tls": {"min": }\n}\n',
};

describe('judging a value in a file', () => {
  const rows: [at: string, expect: string, verdict: string, says: RegExp][] = [
    [
      'c.json#/tls/min',
      '{equals: "1.3"}',
      'current/as-expected c.json:2',
      /^c\.json#\/tls\/min is as expected: "1\.3"\.$/,
    ],
    ['c.json#/tls/min', '{equals: 1.3}', 'failing/expectation c.json:2', /is "1\.3", and 1\.3 is expected/],
    ['c.json#/tls/rounds', '{equals: 12}', 'current/as-expected c.json:2', /12/],
    [
      'c.json#/tls/rounds',
      '{equals: 13}',
      'failing/expectation c.json:2',
      /is 12, and 13 is expected\. Set it so/,
    ],
    ['c.json#/tls/rounds', '{equals: "12"}', 'failing/expectation c.json:2', /is 12, and "12" is expected/],
    ['c.json#/tls/on', '{equals: true}', 'current/as-expected c.json:2', /true/],
    ['c.json#/hosts', '{equals: [a, b]}', 'current/as-expected c.json:3', /\["a","b"\]/],
    ['c.json#/hosts', '{equals: [b, a]}', 'failing/expectation c.json:3', /is a list of 2, and \["b","a"\]/],
    [
      'c.json#/tls',
      '{equals: {on: true, rounds: 12, min: "1.3"}}',
      'current/as-expected c.json:2',
      /as expected/,
    ],
    ['c.json#/tls', '{equals: {on: true}}', 'failing/expectation c.json:2', /is an object of 3/],
    ['c.yaml#/tls/min', '{equals: "1.3"}', 'current/as-expected c.yaml:2', /as expected/],
    ['c.yaml#/tls/ratio', '{equals: 1.5}', 'current/as-expected c.yaml:3', /as expected/],
    ['c.yaml#/tls/off', '{equals: null}', 'current/as-expected c.yaml:4', /null/],
    [
      'c.toml#/tls/min',
      '{equals: "1.3"}',
      'failing/expectation c.toml:2',
      /is "1\.2", and "1\.3" is expected/,
    ],
    ['c.json#/tls/max', '{equals: "1.3"}', 'broken/symbol-missing c.json:1', /has no \/tls\/max|has no/],
    [
      'bad.json#/tls/min',
      '{equals: "1.3"}',
      'broken/malformed bad.json:2',
      /cannot be read as JSON: line 2: /,
    ],
    [
      'c.json',
      '{equals: "1.3"}',
      'unknown/unsupported',
      /Add a pointer, such as config\.json#\/tls\/minVersion/,
    ],
    [
      'c.json#/tls/min',
      '{max: {error: 0}}',
      'broken/malformed c.json:1',
      /it is no report that Warrant reads/,
    ],
  ];
  let verdicts: readonly Verdict[];

  before(async () => {
    const links = rows.map(([at, expect]) => ({ at: JSON.stringify(at), expect }));
    verdicts = await judgeTogether(links, FILES);
  });
  for (const [i, [at, expect, verdict, says]] of rows.entries()) {
    it(`${at} with ${expect} is ${verdict}`, () => {
      const judged = verdicts[i]!;
      assert.equal(inShort(judged), verdict, judged.message);
      assert.match(judged.message, says);
    });
  }
});
