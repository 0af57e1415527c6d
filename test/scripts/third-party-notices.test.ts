import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from '../../scripts/paths.ts';
import { NOTICES, noticesOf } from '../../scripts/third-party-notices.ts';

describe('the third-party notices', () => {
  it('name the layout engine with its licence, all of its text, and where its source is', async () => {
    const notices = await noticesOf(new Set());
    const { version } = JSON.parse(readFileSync(join(ROOT, 'node_modules/elkjs/package.json'), 'utf8')) as {
      version: string;
    };
    const notice = notices.split(/\n-{80}\n/).find((each) => each.includes('elkjs'));
    assert.ok(notice, 'there is one of elkjs');
    assert.ok(notice.trimStart().startsWith(`elkjs ${version} (EPL-2.0 OR GPL-3.0-or-later)\n`));
    assert.match(notice, /^Its source is at https:\/\/github\.com\/kieler\/elkjs\.$/m);
    const licence = readFileSync(join(ROOT, 'node_modules/elkjs/LICENSE.md'), 'utf8').trim();
    assert.match(licence, /Eclipse Public License - v 2\.0/);
    assert.ok(notice.includes(licence));
  });

  it('are in the package, beside the engine', () => {
    const packaged = readFileSync(join(ROOT, '.vscodeignore'), 'utf8').split('\n');
    assert.ok(packaged.includes(`!${relative(ROOT, NOTICES).replaceAll('\\', '/')}`));
    assert.ok(packaged.includes('!dist/elk-worker.min.js'));
  });
});
