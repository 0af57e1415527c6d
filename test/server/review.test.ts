import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import type { CodeAction, CodeLens } from 'vscode-languageserver-protocol/node';
import {
  CHALLENGE,
  CHALLENGE_SUBJECT,
  type ChallengeAnswer,
  type ChallengeSubject,
  REVIEW,
  REVIEW_QUESTION,
  type ReviewAnswer,
  type ReviewQuestion,
  WAITING_REVIEWS,
} from '../../src/server/protocol.ts';
import { toUri } from '../../src/service/uris.ts';
import { type TestRepository, makeRepository } from '../support/git-repository.ts';
import { type Editor, connectEditor } from './editor.ts';

const CASE =
  'case: Access\nclaims:\n  C1:\n    text: Only users get in.\n    evidence:\n      - src/a.py#login\n';
const SOURCE = 'def login(user):\n    return check(user)\n';
const AT_LINK = { line: 5, character: 12 };

describe('the server, asked about reviews', () => {
  let repository: TestRepository;
  let editor: Editor;

  beforeEach(async () => {
    repository = makeRepository();
    repository.git('config', 'user.name', 'Rea Reviewer');
    repository.git('config', 'user.email', 'rea@example.org');
    repository.commitFiles({ 'a.case.yaml': CASE, 'src/a.py': SOURCE }, { author: 'Ada' });
    repository.commitFiles({ 'src/a.py': SOURCE.replace('check', 'ask') }, { author: 'Ben' });
    editor = await connectEditor(repository.root);
    await editor.until('the first look', () => editor.changes.at(-1)?.busy === false);
  });
  afterEach(() => {
    editor.client.dispose();
    repository.remove();
  });

  const uri = (path: string): string => toUri(`${repository.root}/${path}`);
  const open = (path: string, text: string): Promise<void> =>
    editor.client.sendNotification('textDocument/didOpen', {
      textDocument: { uri: uri(path), languageId: 'x', version: 1, text },
    });
  const lenses = async (): Promise<(string | undefined)[]> => {
    const found = await editor.client.sendRequest<CodeLens[]>('textDocument/codeLens', {
      textDocument: { uri: uri('src/a.py') },
    });
    return found.map(({ command }) => command?.title);
  };
  const question = (): Promise<ReviewQuestion> =>
    editor.client.sendRequest(REVIEW_QUESTION, { uri: uri('a.case.yaml'), position: AT_LINK });
  const challenge = async (words: string): Promise<ChallengeAnswer> => {
    const params = { uri: uri('a.case.yaml'), position: { line: 2, character: 3 } };
    const subject = await editor.client.sendRequest<ChallengeSubject>(CHALLENGE_SUBJECT, params);
    assert.equal(subject.subject, 'C1 Only users get in');
    return editor.client.sendRequest(CHALLENGE, { target: subject.target, words });
  };

  it('says that it knows quick fixes, and offers them', async () => {
    const found = await editor.client.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: uri('a.case.yaml') },
      range: { start: AT_LINK, end: AT_LINK },
      context: { diagnostics: editor.diagnostics('a.case.yaml') },
    });
    assert.deepEqual(
      found.map(({ title, diagnostics }) => [title, diagnostics?.[0]?.code]),
      [
        ['Still holds: record a review…', 'evidence-changed'],
        ['Show what changed', 'evidence-changed'],
        ['Challenge this evidence…', 'evidence-changed'],
      ],
    );
  });

  it('has all that waits for a review to choose from', async () => {
    const waiting = await editor.client.sendRequest<ReviewQuestion>(WAITING_REVIEWS);
    assert.deepEqual(
      waiting.items.map(({ label, claim }) => [label, claim]),
      [['src/a.py#login', 'C1 Only users get in']],
    );
  });

  it('says before it asks that nobody is known who could judge', async () => {
    repository.git('config', '--unset', 'user.email');
    assert.match(
      (await question()).refused ?? '',
      /^Nothing says who you are\. Set user\.name and user\.email/,
    );
  });

  it('records a review, and says from then on who made it', async () => {
    assert.deepEqual(await lenses(), [
      'C1 Only users get in · stale: 1 change since 1 Jan 2024',
      'Still holds?',
    ]);
    const { items } = await question();
    const targets = items.map(({ target }) => target);
    const answer = await editor.client.sendRequest<ReviewAnswer>(REVIEW, { targets, note: 'Just renamed.' });
    assert.deepEqual(
      [answer.by, answer.recorded, answer.file, answer.refused],
      ['Rea Reviewer <rea@example.org>', 1, uri('a.reviews.yaml'), []],
    );
    const records = readFileSync(`${repository.root}/a.reviews.yaml`, 'utf8');
    assert.equal(records.match(/src\/a\.py#login/g)?.length, 1);
    assert.match(records, /Just renamed\./);
    await editor.until('the next look', () => editor.changes.at(-1)?.summary.attention === 0);
    assert.deepEqual(await lenses(), ['C1 Only users get in · reviewed by Rea Reviewer on 15 Jun']);
  });

  it('records nothing of evidence that changed since the person looked', async () => {
    const targets = (await question()).items.map(({ target, seen }) => ({
      ...target,
      ...(seen && { seen }),
    }));
    repository.write({ 'src/a.py': SOURCE.replace('check', 'guess') });
    const answer = await editor.client.sendRequest<ReviewAnswer>(REVIEW, { targets });
    assert.equal(answer.recorded, 0);
    assert.match(answer.refused.join(' '), /src\/a\.py#login .*changed while you looked/);
    const again = (await question()).items.map(({ target, seen }) => ({ ...target, ...(seen && { seen }) }));
    const second = await editor.client.sendRequest<ReviewAnswer>(REVIEW, { targets: again });
    assert.deepEqual([second.recorded, second.refused], [1, []]);
  });

  it('records nothing of evidence that is not saved', async () => {
    const { items } = await question();
    await open('src/a.py', SOURCE.replace('check', 'guess'));
    const targets = items.map(({ target }) => target);
    const answer = await editor.client.sendRequest<ReviewAnswer>(REVIEW, { targets });
    assert.equal(answer.recorded, 0);
    assert.match(answer.refused.join(' '), /not saved/);
  });

  it('writes a challenge into the text that the editor holds', async () => {
    writeFileSync(`${repository.root}/a.case.yaml`, CASE);
    await open('a.case.yaml', `# A new line\n${CASE}`);
    const answer = await challenge('Unless the door is open.');
    assert.ok('edits' in answer);
    assert.equal(answer.id, 'R1');
    assert.deepEqual(answer.edits, [
      {
        range: { start: { line: 4, character: 28 }, end: { line: 4, character: 28 } },
        newText: '\n    rebuttals:\n      R1: Unless the door is open.',
      },
    ]);
    const refused = await challenge('…');
    assert.ok('refused' in refused);
  });
});
