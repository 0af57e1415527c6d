import assert from 'node:assert/strict';
import { declares } from '../../src/evidence/declared.ts';

describe('a text that declares a name', () => {
  const rows: readonly (readonly [text: string, is: boolean])[] = [
    ['    pub async fn load_all() {', true],
    ['func (s *Store) load_all(id string) error {', true],
    ['struct load_all {', true],
    ['static int load_all(struct ctx *c)\n{', true],
    ['int\nload_all(void)\n{', true],
    ['static int load_all(struct ctx *c);', false],
    ['    load_all(ctx)', false],
    ['    return load_all(ctx);', false],
    ['fn load_all_twice() {', false],
    ['// load_all is not here', false],
  ];
  for (const [text, is] of rows)
    it(`${JSON.stringify(text)}: ${is ? 'yes' : 'no'}`, () => assert.equal(declares(text, 'load_all'), is));

  it('is looked through in linear time', () => {
    const started = performance.now();
    declares('a '.repeat(500_000), 'a');
    declares('f '.repeat(100_000) + 'load_all('.repeat(20_000), 'load_all');
    assert.ok(performance.now() - started < 8_000);
  });
});
