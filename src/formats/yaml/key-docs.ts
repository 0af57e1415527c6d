import { type Message, message, say } from '../../l10n/say.ts';
import type { Choice } from '../writing-place.ts';
import { CHILD_KINDS } from './keys.ts';

type Doc = readonly [holds: NonNullable<Choice['holds']>, means: Message];

/** What each key of a case or of a node means, as people read it beside the key. */
const DOCS: Readonly<Record<string, Doc>> = {
  case: ['text', message('The title of the case.')],
  id: [
    'text',
    message('By which others name it, as in `other-case/C3`. A case without one is named after its file.'),
  ],
  subject: ['map', message('Where the evidence lies, if not in the repository that holds this file.')],
  claims: ['ids', message('What has to hold. Each has an id and a text, such as `C1: Only users get in.`')],
  strategies: [
    'ids',
    message('How the argument is divided: why the claims below are enough for the one above.'),
  ],
  evidence: [
    'list',
    message('Where in the repository one can see that the claim holds: files, symbols, lines, reports.'),
  ],
  context: ['ids', message('What one has to know to understand the claim. It is not checked.')],
  assumptions: ['ids', message('What is taken to be true without evidence.')],
  justifications: ['ids', message('Why a claim or strategy is reasonable.')],
  inference: [
    'ids',
    message('The rule by which the claims below lead to the one above. Undercuts attack it.'),
  ],
  rebuttals: [
    'ids',
    message(
      'What would make the claim false. Answer it with claims or evidence below it, or accept its risk.',
    ),
  ],
  residualRisks: [
    'ids',
    message('Rebuttals that remain. Say with `accepted` who takes the risk, why, and until when.'),
  ],
  undercuts: ['ids', message('Why a rule of inference may not apply.')],
  undermines: ['ids', message('Why evidence may not be trusted.')],
  assets: ['ids', message('What is worth protecting.')],
  threats: [
    'ids',
    message('What may happen to an asset. An unanswered threat challenges the claims about the asset.'),
  ],
  controls: [
    'ids',
    message('What is done against a threat. A control holds by its evidence, as a claim does.'),
  ],
  text: ['text', message('What it says, as one sentence that is true or false.')],
  satisfies: ['list', message('Requirements of standards that it meets, such as `OWASP-2021:A02`.')],
  supportedBy: ['list', message('Ids of nodes written elsewhere that support it: `C7`, or `other-case/C3`.')],
  answers: ['list', message('Ids of the threats or rebuttals that it answers.')],
  threatens: ['list', message('Ids of the assets or claims that it threatens.')],
  about: ['list', message('Ids of the assets that it is about. Their threats challenge it.')],
  undeveloped: ['text', message('`true` says that nothing stands below it on purpose, for now.')],
  status: ['text', message('`proposed` for what is planned, `gap` for what is known to be missing.')],
  defeated: ['text', message('`true` says that it was found not to hold.')],
  accepted: ['map', message('Somebody accepts the risk that is left: `by` whom, `why`, and `until` when.')],
  entryPoints: [
    'list',
    message('Where the threat comes in: a route, a place in the code that is watched, or both.'),
  ],
  impact: ['text', message('How bad it would be.')],
  likelihood: ['text', message('How probable it is.')],
  scope: ['text', message('What it applies to.')],
  implementation: ['text', message('How it is done.')],
  owner: ['text', message('Who is responsible.')],
  at: [
    'text',
    message(
      'The locator: `path`, `path#symbol`, `path#L10-L20`, `doc.md#heading`, `config.json#/key`, a folder or a glob.',
    ),
  ],
  expect: ['map', message('What a report, or a value in a configuration, has to say for the claim to hold.')],
  watch: [
    'text',
    message(
      'How much of a symbol matters: its `signature`, its `body` (the default), or `all` with comments.',
    ),
  ],
  by: ['text', message('Who accepts it.')],
  why: ['text', message('Why that is acceptable.')],
  until: ['text', message('The last day on which it counts, as in `2027-01-31`.')],
  repo: ['text', message('The address of the repository.')],
  rev: ['text', message('The revision at which the evidence was judged.')],
  path: ['text', message('Where it is checked out, relative to this file.')],
  route: ['text', message('How one gets in from outside, such as `POST /v1/run`.')],
};

/** What the keys of `expect` mean. */
const EXPECT_DOCS: Readonly<Record<string, Doc>> = {
  max: [
    'map',
    message(
      'At most so many findings by level, band or rule (`error: 0`), or tests (`failures`, `errors`, `skipped`).',
    ),
  ],
  min: [
    'map',
    message('At least so many `tests`, or so many percent of `lines`, `branches` or `functions`.'),
  ],
  passed: ['list', message('`all`, or the names of the tests that have to pass.')],
  tool: ['text', message('The tool that must have made the findings, such as `semgrep`.')],
  of: ['text', message('Which files the coverage is of: a path, a folder or a glob.')],
  subject: ['text', message('What a statement has to be about: a name, or a digest as `sha256:…`.')],
  commit: ['text', message('The commit that a statement has to be about: `HEAD`, or a full id.')],
  file: ['list', message('Files of the repository whose digests a statement has to name.')],
  predicateType: ['text', message('The kind of statement, such as `https://slsa.dev/provenance/v1`.')],
  equals: ['text', message('What the value that the pointer leads to must be.')],
  maxAgeDays: ['text', message('After how many days the report is too old.')],
};

/** Some keys with what they mean, in the order given. */
export function choicesOf(keys: Iterable<string>, of: 'node' | 'expect' = 'node'): Choice[] {
  const docs = of === 'expect' ? EXPECT_DOCS : DOCS;
  return [...keys].map((word) => {
    const [holds, means] = docs[word] ?? ['text'];
    return {
      word,
      means: means === undefined ? '' : say(means),
      holds: CHILD_KINDS.has(word) && word !== 'evidence' ? 'ids' : holds,
    };
  });
}
