import assert from 'node:assert/strict';
import type { TextEdit } from 'vscode-languageserver-protocol';
import { LineIndex, contains } from '../../src/model/text.ts';
import { complete } from '../../src/service/completion/complete.ts';
import { type TestWorkspace, makeWorkspace } from '../support/workspace.ts';

const YAML = `case: Access
id: access
claims:
  C1:
    text: Only users get in.
    supportedBy: [C3, 'C7']
    satisfies: OWASP-2021:A01
    claims:
      C2:   Passwords are checked.
  C3:
    text: Logs are kept.
    evidence:
      - src/a.py#login   # why
      - at: "src/b c.py"
        watch: all
      - {at: src/a.py}
    rebuttals: {R4: Unless the disk is full.}
`;
const MARKDOWN = `# Assurance case

**Claim C1:** It is safe, as it is supported by C2 and C3.

- Evidence: \`src/a.py\` (\`login\`), [it](src/b%20c.py), \`src/b c.py\`

| Claim | Evidence |
| ----- | -------- |
| C2: It is sound. | \`src/a.py#login\` |
`;
const HALF_TYPED = `case: Access
claims:
  C1:
    text: "Only users
    evid
    evidence: [src/a.py, 'src/
      - sr
  C2
	C3: x
    claims: {C4: {text: a, evidence: [
`;

describe('completion at any place', () => {
  let workspace: TestWorkspace;

  before(async () => {
    workspace = await makeWorkspace({
      'access.case.yaml': YAML,
      'assurance-case.md': MARKDOWN,
      'half.case.yaml': HALF_TYPED,
      'arg.gsn.yaml': 'G1:\n  text: Safe\n  supportedBy: [S1]\nS1:\n    text: By parts\n',
      'arg.ltac': '- Claim C1: Safe\n  - Evidence E1: Tests (src/a.py)\n  - Link ^C1\n',
      'src/a.py': 'def login():\n    pass\n',
      'src/b c.py': 'x = 1\n',
    });
  });
  after(() => workspace.repository.remove());

  for (const [path, text] of [
    ['access.case.yaml', YAML],
    ['access.case.yaml', YAML.replaceAll('\n', '\r\n')],
    ['assurance-case.md', MARKDOWN],
    ['half.case.yaml', HALF_TYPED],
    ['new.case.yaml', '\n\n  \n    - \n'],
    ['arg.gsn.yaml', 'G1:\n  text: Safe\n  supportedBy: [S1]\nS1:\n    text: By parts\n'],
    ['arg.ltac', '- Claim C1: Safe\n  - Evidence E1: Tests (src/a.py)\n  - Link ^C1\n'],
  ] as const) {
    it(`answers in ${JSON.stringify(text.slice(0, 14))} of ${path}, and edits what is around the cursor`, async () => {
      const index = new LineIndex(text);
      const root = workspace.repository.root;
      const subjectAt = (wanted: string) => workspace.subjects.find((subject) => subject.root === wanted);
      let answers = 0;
      for (let offset = 0; offset <= text.length; offset++) {
        const snippets = offset % 2 === 0;
        const ports = { lookup: workspace.lookup, subjectAt, subjectAround: () => subjectAt(root), snippets };
        const position = index.position(offset);
        const found = await complete(ports, workspace.file(path), text, position);
        for (const { textEdit, label } of found?.items ?? []) {
          answers++;
          const { range } = textEdit as TextEdit;
          assert.ok(contains(range, position), `${label} at ${offset} does not touch the cursor`);
          assert.equal(range.start.line, range.end.line, `${label} at ${offset} spans lines`);
        }
      }
      assert.ok(answers > 0);
    });
  }
});
