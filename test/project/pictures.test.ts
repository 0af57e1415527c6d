import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { arrow, file, model, deflated, png, shape, textChunk } from '../formats/drawio/drawing.ts';
import { openForEachTest } from '../support/each-test.ts';
import type { TestRepository } from '../support/git-repository.ts';
import { type TestProject, linksOf, showLinks } from '../support/project.ts';

/** A drawing of one claim and the evidence for it. `y` moves a shape, which changes the file and not what it says. */
function drawing(y = 100): string[] {
  return [
    shape('c', 'Claim C1: Only users get in'),
    shape('e', 'Evidence E1: src/login.py', { y }),
    arrow('c>e'),
  ];
}

describe('the baseline of links in drawings', () => {
  let repository: TestRepository;
  let opened: TestProject;
  openForEachTest((made) => ({ repository, opened } = made));

  const write = (name: string, y?: number): void => {
    if (name.endsWith('.png')) {
      writeFileSync(`${repository.root}/${name}`, png(textChunk(file(...drawing(y)))));
    } else if (name.includes('deflated')) {
      const packed = deflated(model(...drawing(y)));
      repository.write({ [name]: `<mxfile>\n  <diagram>${packed}</diagram>\n</mxfile>\n` });
    } else repository.write({ [name]: file(...drawing(y)) });
  };
  const check = () => {
    opened.project.forgetAll();
    return opened.project.check();
  };
  const verdicts = async (): Promise<string[]> => showLinks(await check());
  const baselines = async (): Promise<(string | undefined)[]> =>
    linksOf(await check()).map(({ verdict }) => verdict.baseline?.commit);

  for (const name of ['access.drawio.png', 'deflated.drawio']) {
    it(`is the last commit that changed ${name}`, async () => {
      write(name);
      repository.commitFiles({ 'src/login.py': 'def login(): pass\n' });
      assert.deepEqual(await verdicts(), ['src/login.py: current/unchanged']);

      repository.commitFiles({ 'src/login.py': 'def login(): return True\n' });
      assert.deepEqual(await verdicts(), ['src/login.py: stale/changed']);

      write(name, 120);
      const redrawn = repository.commit();
      assert.deepEqual(await verdicts(), ['src/login.py: current/unchanged']);

      repository.commitFiles({ 'src/login.py': 'def login(): return False\n' });
      assert.deepEqual(await verdicts(), ['src/login.py: stale/changed']);
      assert.deepEqual(await baselines(), [redrawn]);
    });

    it(`is none while ${name} has a change that is not committed`, async () => {
      write(name);
      repository.commitFiles({ 'src/login.py': 'def login(): pass\n' });
      write(name, 120);
      assert.deepEqual(await verdicts(), ['src/login.py: unreviewed/never-reviewed']);
    });
  }

  it('is the last commit that changed the label, in a plain file', async () => {
    write('access.drawio');
    const drawn = repository.commitFiles({ 'src/login.py': 'def login(): pass\n' });
    repository.commitFiles({ 'src/login.py': 'def login(): return True\n' });
    const text = file(...drawing().slice(0, 2), arrow('c>e', { id: 'again' }));
    repository.commitFiles({ 'access.drawio': text });
    assert.deepEqual(await verdicts(), ['src/login.py: stale/changed']);
    assert.deepEqual(await baselines(), [drawn]);
  });

  it('does not come from a picture without a drawing, which is reported', async () => {
    writeFileSync(`${repository.root}/access.drawio.png`, png());
    repository.commit();
    const { findings } = await opened.project.check();
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ['no-diagram'],
    );
  });
});
