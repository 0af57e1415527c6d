import assert from 'node:assert/strict';
import { type TestRepository, makeRepository } from '../../support/git-repository.ts';
import { SOURCE, review, verdicts } from './support.ts';

describe('emphasis in a claim that was reviewed', () => {
  let repository: TestRepository;
  beforeEach(() => {
    repository = makeRepository();
  });
  afterEach(() => repository.remove());

  /** What becomes of a review when a word of the claim is emphasised. */
  async function afterEmphasis(file: string, text: string): Promise<string[]> {
    repository.commitFiles({ 'src/a.py': SOURCE, [file]: text });
    await review(repository);
    repository.commitFiles({ [file]: text.replace('must', '**must**') });
    return verdicts(repository);
  }

  it('does not count in Markdown', async () => {
    assert.deepEqual(
      await afterEmphasis('a.case.md', '# A\n\n## C1: Users must log in\n\nEvidence: [login](src/a.py)\n'),
      ['src/a.py: current/unchanged by Ada'],
    );
  });

  it('is text in YAML', async () => {
    const text = 'case: A\nclaims:\n  C1:\n    text: Users must log in.\n    evidence: [src/a.py]\n';
    assert.deepEqual(await afterEmphasis('a.case.yaml', text), ['src/a.py: stale/claim-changed by Ada']);
  });
});
