import assert from 'node:assert/strict';
import type { Verdict } from '../../../src/model/verdict.ts';
import type { Project } from '../../../src/project/project.ts';
import { type TestRepository, makeRepository } from '../../support/git-repository.ts';
import { linksOf, openProject } from '../../support/project.ts';
import { EDITS, anchorsOf, begin } from './edits.ts';
import { SAMPLES } from './samples.ts';

/*
 * What is said of evidence after each edit. Current is what is `unchanged`, `cosmetic` or `shifted`; stale is what is `changed` or
 * `uncommitted`; the others are broken.
 */
const EXPECTED = `
  edit                       | whole file  | lines       | symbol         | region
  nothing                    | unchanged   | unchanged   | unchanged      | unchanged
  reformatted                | cosmetic    | cosmetic    | cosmetic       | cosmetic
  comment changed            | cosmetic    | cosmetic    | cosmetic       | cosmetic
  body changed               | changed     | changed     | changed        | changed
  signature changed          | changed     | changed     | changed        | changed
  another function changed   | changed     | unchanged   | unchanged      | unchanged
  code inserted above        | changed     | shifted     | unchanged      | unchanged
  renamed symbol             | changed     | changed     | symbol-missing | changed
  moved in the file          | changed     | shifted     | unchanged      | unchanged
  file renamed               | moved       | moved       | moved          | moved
  file renamed, body changed | moved       | moved       | moved          | moved
  deleted                    | deleted     | deleted     | deleted        | deleted
  reverted                   | unchanged   | unchanged   | unchanged      | unchanged
  cherry-picked              | unchanged   | unchanged   | unchanged      | unchanged
  rebased and squashed       | unchanged   | unchanged   | unchanged      | unchanged
  line ends made CRLF        | cosmetic    | unchanged   | cosmetic       | cosmetic 
  claim reworded             | unchanged   | unchanged   | unchanged      | unchanged
  uncommitted                | uncommitted | uncommitted | uncommitted    | uncommitted
  unsaved                    | uncommitted | uncommitted | uncommitted    | uncommitted
`;

/** Where a review is recorded of all links, rewording the claim judges nothing: what was reviewed still counts. */
const EXPECTED_AFTER_REVIEW = `
  edit                       | whole file    | lines         | symbol         | region
  nothing                    | unchanged     | unchanged     | unchanged      | unchanged
  reformatted                | cosmetic      | cosmetic      | cosmetic       | cosmetic
  comment changed            | cosmetic      | cosmetic      | cosmetic       | cosmetic
  body changed               | changed       | changed       | changed        | changed
  signature changed          | changed       | changed       | changed        | changed
  another function changed   | changed       | unchanged     | unchanged      | unchanged
  code inserted above        | changed       | shifted       | unchanged      | unchanged
  renamed symbol             | changed       | changed       | symbol-missing | changed
  moved in the file          | changed       | shifted       | unchanged      | unchanged
  file renamed               | moved         | moved         | moved          | moved
  file renamed, body changed | moved         | moved         | moved          | moved
  deleted                    | deleted       | deleted       | deleted        | deleted
  reverted                   | unchanged     | unchanged     | unchanged      | unchanged
  cherry-picked              | changed       | changed       | changed        | changed
  rebased and squashed       | changed       | changed       | changed        | changed
  line ends made CRLF        | cosmetic      | unchanged     | cosmetic       | cosmetic
  claim reworded             | changed       | changed       | changed        | changed
  uncommitted                | uncommitted   | uncommitted   | uncommitted    | uncommitted
  unsaved                    | uncommitted   | uncommitted   | uncommitted    | uncommitted
`;

const [ANCHORS = [], ...ROWS] = cellsOf(EXPECTED);
const [, ...ROWS_AFTER_REVIEW] = cellsOf(EXPECTED_AFTER_REVIEW);

function cellsOf(table: string): string[][] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
}

describe('edits of evidence', () => {
  it('are all in the table', () => {
    assert.deepEqual(
      ROWS.map(([edit]) => edit),
      Object.keys(EDITS),
    );
  });

  const rows = [
    ...ROWS.map((row) => ({ row, reviewed: false })),
    ...ROWS_AFTER_REVIEW.map((row) => ({ row, reviewed: true })),
  ];
  for (const {
    row: [edit = '', ...expected],
    reviewed,
  } of rows) {
    it(reviewed ? `${edit}, after a review` : edit, async () => {
      const verdicts = await verdictsAfter(edit, reviewed);
      for (const sample of SAMPLES) {
        const said = anchorsOf(sample).map((anchor) => verdicts.get(anchor)?.reason);
        assert.deepEqual(
          Object.fromEntries(said.map((reason, i) => [ANCHORS[i + 1], reason])),
          Object.fromEntries(expected.map((reason, i) => [ANCHORS[i + 1], reason])),
          sample.language,
        );
      }
    });
  }
});

/** The verdict of each locator after an edit was made, where somebody had recorded a review of all before, or nobody. */
async function verdictsAfter(edit: string, reviewed: boolean): Promise<ReadonlyMap<string, Verdict>> {
  const repository = makeRepository();
  const { project } = openProject({ roots: [repository.root] });
  try {
    const stage = {
      repository,
      type: (path: string, text: string) => project.setDocument(`${repository.root}/${path}`, text),
    };
    begin(stage);
    if (reviewed) await reviewAll(project, repository);
    EDITS[edit]!(stage);
    const links = linksOf(await project.check());
    return new Map(links.map(({ link, verdict }) => [link.locator, verdict]));
  } finally {
    project.dispose();
    repository.remove();
  }
}

async function reviewAll(project: Project, repository: TestRepository): Promise<void> {
  const { cases } = await project.check();
  const links = cases.flatMap((one) => [...one.links.keys()].map((link) => ({ case: one.key, link })));
  const { recorded } = await project.review({ links, by: 'Rea Reviewer <rea@example.org>' });
  assert.equal(recorded.length, links.length);
  repository.commit({ message: 'Review' });
  project.forgetAll();
}
