import type { Choice } from '../writing-place.ts';
import { CHILD_KINDS } from './keys.ts';

type Doc = readonly [holds: NonNullable<Choice['holds']>, means: string];

/** What each key of a case or of a node means, as people read it beside the key. */
const DOCS: Readonly<Record<string, Doc>> = {
  case: ['text', 'The title of the case.'],
  id: ['text', 'By which others name it, as in `other-case/C3`. A case without one is named after its file.'],
  subject: ['map', 'Where the evidence lies, if not in the repository that holds this file.'],
  claims: ['ids', 'What has to hold. Each has an id and a text, such as `C1: Only users get in.`'],
  strategies: ['ids', 'How the argument is divided: why the claims below are enough for the one above.'],
  evidence: [
    'list',
    'Where in the repository one can see that the claim holds: files, symbols, lines, reports.',
  ],
  context: ['ids', 'What one has to know to understand the claim. It is not checked.'],
  assumptions: ['ids', 'What is taken to be true without evidence.'],
  justifications: ['ids', 'Why a claim or strategy is reasonable.'],
  inference: ['ids', 'The rule by which the claims below lead to the one above. Undercuts attack it.'],
  rebuttals: [
    'ids',
    'What would make the claim false. Answer it with claims or evidence below it, or accept its risk.',
  ],
  residualRisks: [
    'ids',
    'Rebuttals that remain. Say with `accepted` who takes the risk, why, and until when.',
  ],
  undercuts: ['ids', 'Why a rule of inference may not apply.'],
  undermines: ['ids', 'Why evidence may not be trusted.'],
  assets: ['ids', 'What is worth protecting.'],
  threats: [
    'ids',
    'What may happen to an asset. An unanswered threat challenges the claims about the asset.',
  ],
  controls: ['ids', 'What is done against a threat. A control holds by its evidence, as a claim does.'],
  text: ['text', 'What it says, as one sentence that is true or false.'],
  satisfies: ['list', 'Requirements of standards that it meets, such as `OWASP-2021:A02`.'],
  supportedBy: ['list', 'Ids of nodes written elsewhere that support it: `C7`, or `other-case/C3`.'],
  answers: ['list', 'Ids of the threats or rebuttals that it answers.'],
  threatens: ['list', 'Ids of the assets or claims that it threatens.'],
  about: ['list', 'Ids of the assets that it is about. Their threats challenge it.'],
  undeveloped: ['text', '`true` says that nothing stands below it on purpose, for now.'],
  status: ['text', '`proposed` for what is planned, `gap` for what is known to be missing.'],
  defeated: ['text', '`true` says that it was found not to hold.'],
  accepted: ['map', 'Somebody accepts the risk that is left: `by` whom, `why`, and `until` when.'],
  entryPoints: ['list', 'Where the threat comes in: a route, a place in the code that is watched, or both.'],
  impact: ['text', 'How bad it would be.'],
  likelihood: ['text', 'How probable it is.'],
  scope: ['text', 'What it applies to.'],
  implementation: ['text', 'How it is done.'],
  owner: ['text', 'Who is responsible.'],
  at: [
    'text',
    'The locator: `path`, `path#symbol`, `path#L10-L20`, `doc.md#heading`, `config.json#/key`, a folder or a glob.',
  ],
  expect: ['map', 'What a report, or a value in a configuration, has to say for the claim to hold.'],
  watch: [
    'text',
    'How much of a symbol matters: its `signature`, its `body` (the default), or `all` with comments.',
  ],
  by: ['text', 'Who accepts it.'],
  why: ['text', 'Why that is acceptable.'],
  until: ['text', 'The last day on which it counts, as in `2027-01-31`.'],
  repo: ['text', 'The address of the repository.'],
  rev: ['text', 'The revision at which the evidence was judged.'],
  path: ['text', 'Where it is checked out, relative to this file.'],
  route: ['text', 'How one gets in from outside, such as `POST /v1/run`.'],
};

/** What the keys of `expect` mean. */
const EXPECT_DOCS: Readonly<Record<string, Doc>> = {
  max: [
    'map',
    'At most so many findings by level, band or rule (`error: 0`), or tests (`failures`, `errors`, `skipped`).',
  ],
  min: ['map', 'At least so many `tests`, or so many percent of `lines`, `branches` or `functions`.'],
  passed: ['list', '`all`, or the names of the tests that have to pass.'],
  tool: ['text', 'The tool that must have made the findings, such as `semgrep`.'],
  of: ['text', 'Which files the coverage is of: a path, a folder or a glob.'],
  subject: ['text', 'What a statement has to be about: a name, or a digest as `sha256:…`.'],
  commit: ['text', 'The commit that a statement has to be about: `HEAD`, or a full id.'],
  file: ['list', 'Files of the repository whose digests a statement has to name.'],
  predicateType: ['text', 'The kind of statement, such as `https://slsa.dev/provenance/v1`.'],
  equals: ['text', 'What the value that the pointer leads to must be.'],
  maxAgeDays: ['text', 'After how many days the report is too old.'],
};

/** Some keys with what they mean, in the order given. */
export function choicesOf(keys: Iterable<string>, of: 'node' | 'expect' = 'node'): Choice[] {
  const docs = of === 'expect' ? EXPECT_DOCS : DOCS;
  return [...keys].map((word) => {
    const [holds, means] = docs[word] ?? ['text', ''];
    return { word, means, holds: CHILD_KINDS.has(word) && word !== 'evidence' ? 'ids' : holds };
  });
}
