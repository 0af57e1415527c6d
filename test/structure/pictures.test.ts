import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/paths.ts';
import { SCENES } from '../../scripts/pictures/scenes.ts';

const FOLDER = 'media/pictures';

describe('the pictures of the README', () => {
  const files = readdirSync(join(ROOT, FOLDER));

  it('are those that the script makes, light and dark', () => {
    const made = SCENES.flatMap(({ name }) => [`${name}-dark.png`, `${name}-light.png`]);
    assert.deepEqual(files.sort(), made.sort());
  });

  it('are all shown, each in the theme that the reader has', () => {
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
    for (const { name } of SCENES) {
      assert.ok(readme.includes(`<img src="${FOLDER}/${name}-light.png" alt="`), name);
      assert.ok(
        readme.includes(`media="(prefers-color-scheme: dark)" srcset="${FOLDER}/${name}-dark.png"`),
        name,
      );
    }
  });

  it('are small', () => {
    for (const file of files) assert.ok(statSync(join(ROOT, FOLDER, file)).size < 150_000, file);
  });
});
