import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { layOut, listEntries } from '../../../scripts/corpus/corpus-files.ts';
import { readWorkspace } from '../../../scripts/corpus/read-workspace.ts';
import { scoreDocument } from '../../../scripts/corpus/score-document.ts';
import type { Labels } from '../../../scripts/corpus/labels.ts';
import type { Score } from '../../../scripts/corpus/score.ts';
import { nodeLabel, referenceLabel } from './made-up.ts';

const TEXT = `# Case

**Claim C1:** Doors are shut.

- **Evidence:** \`src/door.ts\`, \`src/gone.ts\`,
  [the same](https://github.com/some/case/blob/main/src/door.ts)
`;

describe('the corpus: reading a document as it was published', () => {
  let scratch: string;
  beforeEach(async () => (scratch = await mkdtemp(join(tmpdir(), 'warrant-corpus-test-'))));
  afterEach(() => rm(scratch, { recursive: true, force: true }));

  async function scoreOf(
    labels: Partial<Labels>,
    source: string,
    trees: Record<string, string[]>,
  ): Promise<Score> {
    const folder = join(scratch, 'corpus', 'documents', 'some__case');
    await mkdir(folder, { recursive: true });
    const all = { document: 'assurance-case.md', nodes: [nodeLabel(3, 'claim', { id: 'C1' })], ...labels };
    await writeFile(join(folder, 'labels.json'), JSON.stringify(all));
    await writeFile(join(folder, 'assurance-case.md'), TEXT);
    await writeFile(join(folder, 'SOURCE.txt'), source);
    for (const [name, paths] of Object.entries(trees))
      await writeFile(join(folder, name), gzipSync(paths.join('\n')));
    const [entry] = await listEntries(join(scratch, 'corpus'));
    const place = join(scratch, 'place');
    await mkdir(place);
    return scoreDocument(entry!.labels, await readWorkspace(await layOut(entry!, [], place)));
  }

  const references = [referenceLabel(5, 'src/door.ts', 'file'), referenceLabel(5, 'src/gone.ts', 'missing')];

  it('finds in the tree of names what the document cites', async () => {
    const tree = ['docs/assurance-case.md', 'src/door.ts'];
    const score = await scoreOf({ references }, 'path: docs/assurance-case.md\n', { 'TREE.txt.gz': tree });
    assert.deepEqual([score.nodes.right, score.references.right, score.cited.right], [1, 2, 2]);
    assert.deepEqual(score.falseMissing, []);
  });

  it('looks in the subject where that is another repository', async () => {
    const trees = {
      'TREE.txt.gz': ['src/door.ts'],
      'TREE-docrepo.txt.gz': ['assurance-case.md', 'src/gone.ts'],
    };
    const score = await scoreOf({ references, path: 'assurance-case.md' }, '', trees);
    assert.deepEqual([score.nodes.right, score.references.right], [1, 2]);
  });

  it('knows addresses of the subject on the web for paths', async () => {
    const address = 'https://github.com/some/case/blob/main/src/door.ts';
    const tree = { 'TREE.txt.gz': ['assurance-case.md', 'src/door.ts'] };
    const labels = { references: [referenceLabel(6, address, 'file', { resolved: ['src/door.ts'] })] };
    const score = await scoreOf(
      labels,
      'repo: https://github.com/some/case\npath: assurance-case.md\n',
      tree,
    );
    assert.equal(score.references.right, 1);
  });

  it('reads a document that has no tree', async () => {
    const score = await scoreOf({}, '', {});
    assert.equal(score.nodes.right, 1);
  });
});
