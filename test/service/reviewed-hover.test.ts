import assert from 'node:assert/strict';
import { describeLink } from '../../src/service/hover.ts';
import { SOURCE, review, withProject } from '../project/reviews/support.ts';
import { caseText } from '../support/case-text.ts';
import { makeRepository } from '../support/git-repository.ts';
import { TODAY } from '../support/project.ts';

describe('the hover on reviewed evidence', () => {
  it('says once what its reviewer noted', async () => {
    const repository = makeRepository();
    repository.commitFiles({ 'src/a.py': SOURCE, 'access.case.yaml': caseText('src/a.py#login') });
    await review(repository, [], { note: 'Users only.' });
    const hover = await withProject(repository, async ({ project }) => {
      const [one] = (await project.check()).cases;
      return describeLink(one!, [...one!.links.values()][0]!, TODAY);
    });
    assert.equal(hover.split('Users only').length, 2, hover);
    assert.match(hover, /Reviewed by Ada Author/);
    repository.remove();
  });
});
