import assert from 'node:assert/strict';
import { linksOf, readOne } from './support.ts';

const mentioned = (...lines: string[]): string[] =>
  linksOf(readOne(lines.join('\n')))
    .filter((link) => link.startsWith('('))
    .map((link) => link.replace(/^\(\S+ (.*)\)$/, '$1'));

describe('a name of code that stands alone', () => {
  it('is of the file that the document says elsewhere, before or after', () => {
    const lines = [
      '**C1:** Top, by `check_all()`',
      '',
      '**Evidence:** `src/a.py` (`check_all`)',
      '',
      '**C2:** `check_all` again',
    ];
    assert.deepEqual(mentioned(...lines), ['src/a.py#check_all', 'src/a.py#check_all']);
  });

  it('is nothing where the document says no file of it, or two', () => {
    assert.deepEqual(
      mentioned('**C1:** Top, by `check_all`', '', '**Evidence:** `src/a.py` (`other_one`)'),
      [],
    );
    const two = '**Evidence:** `src/a.py` (`check_all`), `src/b.py` (`check_all`)';
    assert.deepEqual(mentioned('**C1:** Top, by `check_all`', '', two), []);
  });

  it('is of the file beside it in a column that says where', () => {
    const row =
      '| Depth is bounded | `check_depth` stops it, in `os.walkTree` and with `--max` | `src/a.py` |';
    const table = (header: string): string[] => [`| Claim | Control | ${header} |`, '|---|---|---|', row];
    assert.deepEqual(mentioned(...table('Where')), ['src/a.py#check_depth']);
    assert.deepEqual(mentioned(...table('Where implemented')), ['src/a.py#check_depth']);
    assert.deepEqual(mentioned(...table('Evidence')), []);
  });

  it('is of none where that column names several', () => {
    const row = '| Depth is bounded | `check_depth` stops it | `src/a.py`, `src/b.py` |';
    assert.deepEqual(mentioned('| Claim | Control | Where |', '|---|---|---|', row), []);
  });
});
