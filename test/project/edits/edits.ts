import type { TestRepository } from '../../support/git-repository.ts';
import { SAMPLES, type Sample, edited, linesOf, textOf } from './samples.ts';

/** What an edit works on. */
export interface Stage {
  readonly repository: TestRepository;
  /** Puts a text into an editor, without saving it. */
  readonly type: (path: string, text: string) => void;
}

const CASE = 'gate.case.yaml';
const WORDS = 'Nobody gets in too often.';

/** What each sample is evidence as: the whole file, lines, a symbol, a region. */
export function anchorsOf(sample: Sample): readonly string[] {
  const { path, symbol } = sample;
  const { start, end } = linesOf(sample);
  return [path, `${path}#L${start}-L${end}`, `${path}#${symbol}`, `${path}#region:limits`];
}

function caseText(words = WORDS): string {
  const links = SAMPLES.flatMap(anchorsOf).map((link) => `      - ${link}\n`);
  return `case: The gate\nclaims:\n  C1:\n    text: ${words}\n    evidence:\n${links.join('')}`;
}

/** Commits the samples, and then the case that rests on them. */
export function begin({ repository }: Stage): void {
  repository.commitFiles(filesWith(textOf));
  repository.commitFiles({ [CASE]: caseText() });
}

/** All things that are done to evidence, each to the six samples at once. */
export const EDITS: Readonly<Record<string, (stage: Stage) => void>> = {
  nothing: () => {},
  reformatted: change((sample) => edited(textOf(sample), sample.edits.reformat)),
  'comment changed': change((sample) => edited(textOf(sample), sample.edits.comment)),
  'body changed': change(withNewBody),
  'signature changed': change((sample) => edited(textOf(sample), sample.edits.signature)),
  'another function changed': change((sample) => edited(textOf(sample), sample.edits.other)),
  'code inserted above': change(({ head, inserted, other, target, foot }) =>
    [head, inserted, other, target, foot].join(''),
  ),
  'renamed symbol': change((sample) => edited(textOf(sample), sample.edits.rename)),
  'moved in the file': change(({ head, other, target, foot }) => head + target + other + foot),
  'file renamed': ({ repository }) => {
    for (const { path } of SAMPLES) repository.rename(path, `renamed/${path}`);
    repository.commit();
  },
  'file renamed, body changed': ({ repository }) => {
    for (const { path } of SAMPLES) repository.rename(path, `renamed/${path}`);
    for (const sample of SAMPLES) repository.write({ [`renamed/${sample.path}`]: withNewBody(sample) });
    repository.commit();
  },
  deleted: ({ repository }) => {
    for (const { path } of SAMPLES) repository.delete(path);
    repository.commit();
  },
  reverted: ({ repository }) => {
    const changed = repository.commitFiles(filesWith(withNewBody));
    repository.git('revert', '--no-edit', changed);
  },
  // A branch changes the evidence and judges it anew; both commits are picked, onto other work.
  'cherry-picked': ({ repository }) => {
    repository.branch('work');
    const [changed, judged] = changeAndJudge(repository);
    repository.branch('main');
    repository.commitFiles({ 'notes.txt': 'Other work.\n' });
    repository.git('cherry-pick', changed, judged);
  },
  'rebased and squashed': ({ repository }) => {
    repository.branch('work');
    changeAndJudge(repository);
    repository.branch('main');
    repository.commitFiles({ 'notes.txt': 'Other work.\n' });
    repository.git('rebase', '-q', 'main', 'work');
    repository.branch('main');
    repository.git('merge', '-q', '--squash', 'work');
    repository.commit();
  },
  'line ends made CRLF': change((sample) => textOf(sample).replaceAll('\n', '\r\n')),
  'claim reworded': ({ repository }) => {
    repository.commitFiles(filesWith(withNewBody));
    repository.commitFiles({ [CASE]: caseText('Nobody gets in more often than the rules allow.') });
  },
  uncommitted: ({ repository }) => repository.write(filesWith(withNewBody)),
  unsaved: ({ type }) => {
    for (const sample of SAMPLES) type(sample.path, withNewBody(sample));
  },
};

function withNewBody(sample: Sample): string {
  return edited(textOf(sample), sample.edits.body);
}

function change(text: (sample: Sample) => string): (stage: Stage) => void {
  return ({ repository }) => {
    repository.commitFiles(filesWith(text));
  };
}

function filesWith(text: (sample: Sample) => string): Record<string, string> {
  return Object.fromEntries(SAMPLES.map((sample) => [sample.path, text(sample)]));
}

function changeAndJudge(repository: TestRepository): [changed: string, judged: string] {
  const changed = repository.commitFiles(filesWith(withNewBody));
  const judged = repository.commitFiles({ [CASE]: caseText('Nobody gets in more often than ten times.') });
  return [changed, judged];
}
