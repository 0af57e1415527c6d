import assert from 'node:assert/strict';
import type { ProjectOptions } from '../../../src/project/options.ts';
import { caseText } from '../../support/case-text.ts';
import { type TestRepository, makeRepository } from '../../support/git-repository.ts';
import { openProject } from '../../support/project.ts';

describe('nodes whose reviews are required', () => {
  let repository: TestRepository;

  beforeEach(() => {
    repository = makeRepository();
    repository.commitFiles({
      'a.py': 'x = 1\n',
      'access.case.yaml': caseText('E1: a.py'),
      'deep/warrant.yaml': 'rules: {}\n',
      'deep/other.case.yaml': caseText('a.py').replace('C1', 'D1'),
    });
  });
  afterEach(() => repository.remove());

  /** What is wrong with settings, as what it is said of and the message. */
  async function said(settings: string, options: Partial<ProjectOptions> = {}): Promise<string[]> {
    repository.write({ 'warrant.yaml': settings });
    const { project } = openProject({ roots: [repository.root], ...options });
    try {
      const { findings } = await project.check();
      const lines = settings.split('\n');
      return findings
        .filter(({ file }) => file.endsWith('warrant.yaml'))
        .map(({ rule, severity, range: { start, end }, message }) => {
          const place = lines[start.line]!.slice(start.character, end.character);
          return `${severity} ${rule} ${place}: ${message}`;
        });
    } finally {
      project.dispose();
    }
  }
  const required = (...patterns: string[]): string => `reviews:\n  required: [${patterns.join(', ')}]\n`;

  it('are any claims and evidence, by their ids or patterns', async () => {
    assert.deepEqual(await said(required('C1', 'access/C1', 'E1', '"*1"', '"acc*/?1"')), []);
    assert.deepEqual(await said(required('all')), []);
    assert.deepEqual(await said('reviews: {independent: true}\n'), []);
  });

  it('are missed where there is none of that name, with what may be meant', async () => {
    assert.deepEqual(await said(required('C1', 'access/C11', 'Q*', 'somewhere/else')), [
      'warning unknown-reviewed-node access/C11: `access/C11` names no claim and no evidence, so no review is demanded by it. Did you mean `access/C1`?',
      'warning unknown-reviewed-node Q*: `Q*` names no claim and no evidence, so no review is demanded by it. Write the id of a claim or of evidence, or remove it.',
      'warning unknown-reviewed-node somewhere/else: `somewhere/else` names no claim and no evidence, so no review is demanded by it. Write the id of a claim or of evidence, or remove it.',
    ]);
  });

  it('are those of the cases that the settings are of', async () => {
    assert.match(
      (await said(required('D1'))).join(),
      /^warning unknown-reviewed-node D1: .* Did you mean `[CE]1`\?$/,
    );
    assert.deepEqual(await said(required('D1'), { config: `${repository.root}/warrant.yaml` }), []);
  });

  it('are not missed where others than those that were read may have them', async () => {
    assert.deepEqual(await said(required('C9'), { claimFiles: [`${repository.root}/access.case.yaml`] }), []);
    repository.write({ 'sub/sub.case.yaml': caseText('a.py') });
    assert.deepEqual(await said(required('C9'), { roots: [`${repository.root}/sub`] }), []);
  });

  it('are as loud as people want them, and a comment silences them', async () => {
    const settings = required('C9');
    assert.match((await said(`${settings}rules: {unknown-reviewed-node: error}\n`)).join(), /^error/);
    const silenced = '# warrant-disable-next-line unknown-reviewed-node';
    assert.deepEqual(await said(settings.replace('  required', `  ${silenced}\n  required`)), []);
    assert.match((await said(`${silenced}\n${required('C1')}`)).join(), /^hint unused-suppression/);
  });
});
