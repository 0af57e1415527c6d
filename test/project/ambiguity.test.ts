import assert from 'node:assert/strict';
import { type TestRepository, makeRepository } from '../support/git-repository.ts';
import { type TestProject, openProject, showLinks } from '../support/project.ts';

const shape = (id: string, value: string): string =>
  `<mxCell id="${id}" value="${value}" vertex="1" parent="1"><mxGeometry x="${id.charCodeAt(0) * 200}" y="0" width="100" height="40" as="geometry"/></mxCell>`;
const arrow = (from: string, to: string): string =>
  `<mxCell id="${from}${to}" edge="1" parent="1" source="${from}" target="${to}"><mxGeometry relative="1" as="geometry"/></mxCell>`;
const drawing = (...cells: string[]): string =>
  `<mxfile><diagram name="Plan"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells.join('')}</root></mxGraphModel></diagram></mxfile>`;

interface Notation {
  readonly file: string;
  /** Evidence that two files fit, an id that two nodes have, a rebuttal of which nobody can say what it attacks: each with what is found. */
  readonly link?: readonly [content: string, found: string];
  readonly id: readonly [content: string, found: string];
  readonly rebuttal?: readonly [content: string, found: string];
}

const NOTATIONS: readonly Notation[] = [
  {
    file: 'barn.case.yaml',
    // The native form names files exactly, so neither is meant; both are offered.
    link: ['case: B\nclaims: {C1: {text: It is dry., evidence: [roof.py]}}\n', 'evidence-missing'],
    id: ['case: B\nclaims:\n  C1: It is dry.\n  C1: It is warm.\n', 'duplicate-id'],
    rebuttal: ['case: B\nclaims: {C1: One., C2: Two.}\nrebuttals: {R1: Unless.}\n', 'unattached-defeater'],
  },
  {
    file: 'barn.case.md',
    link: ['# B\n\n**C1:** It is dry.\n\n- **Evidence:** `roof.py`\n', 'evidence-ambiguous'],
    id: ['# B\n\n**C1:** It is dry.\n\n**C1:** It is warm.\n', 'duplicate-id'],
    rebuttal: [
      '# B\n\n## C1: It is dry.\n\n## C2: It is warm.\n\n## Doubts\n\n**R1:** Unless it burns.\n',
      'unclear-parent',
    ],
  },
  {
    file: 'barn.gsn.yaml',
    link: ['G1: {text: It is dry, supportedBy: Sn1}\nSn1: {text: Look, url: roof.py}\n', 'evidence-missing'],
    id: ['G1: {text: It is dry}\nG1: {text: It is warm}\n', 'duplicate-id'],
    rebuttal: ['G1: {text: One}\nG2: {text: Two}\nCG1: {text: Unless}\n', 'unattached-defeater'],
  },
  {
    file: 'barn.ltac',
    link: ['- Claim C1: It is dry\n  - Evidence E1: Look (roof.py)\n', 'evidence-missing'],
    id: ['- Claim C1: It is dry\n  - Claim C1: It is warm\n', 'duplicate-id'],
    rebuttal: [
      '- Claim C1: One\n\n- Claim C2: Two\n\n- Claim R1: Unless {defeater}\n',
      'unattached-defeater',
    ],
  },
  {
    file: 'barn.drawio',
    link: [
      drawing(shape('a', 'Claim C1: It is dry'), shape('b', 'Evidence E1: roof.py'), arrow('a', 'b')),
      'evidence-ambiguous',
    ],
    id: [
      drawing(shape('a', 'Claim C1: It is dry'), shape('b', 'Claim C1: It is warm'), arrow('a', 'b')),
      'duplicate-id',
    ],
    rebuttal: [
      drawing(
        shape('a', 'Claim C1: One'),
        shape('b', 'Claim C2: Two'),
        shape('c', 'Rebuttal R1: Unless'),
        arrow('a', 'b'),
      ),
      'unattached',
    ],
  },
  { file: '.dotstop.dot', id: ['digraph G {\n"DRY";\n}\n', 'item-ambiguous'] },
];

describe('what is ambiguous', () => {
  let repository: TestRepository;
  let opened: TestProject;

  beforeEach(() => {
    repository = makeRepository();
    repository.commitFiles({
      'north/roof.py': 'x = 1\n',
      'south/roof.py': 'x = 2\n',
      'north/DRY.md': '---\nnormative: true\n---\nIt is dry.\n',
      'south/DRY.md': '---\nnormative: true\n---\nIt is warm.\n',
    });
    opened = openProject({ roots: [repository.root] });
  });
  afterEach(() => {
    opened.project.dispose();
    repository.remove();
  });

  for (const { file, link, id, rebuttal } of NOTATIONS) {
    if (link)
      it(`is shown and not guessed where two files fit in ${file}`, async () => {
        repository.commitFiles({ [file]: link[0] });
        const snapshot = await opened.project.check();
        const finding = snapshot.findings.find(({ rule }) => rule === link[1]);
        assert.match(finding?.message ?? '', /north\/roof\.py (?:and|or) south\/roof\.py/);
        assert.match(showLinks(snapshot).join(), /roof\.py: broken/);
        assert.equal(snapshot.cases[0]?.state, 'broken');
      });

    it(`is shown and not guessed where two nodes have one id in ${file}`, async () => {
      repository.commitFiles({ [file]: id[0] });
      const { findings } = await opened.project.check();
      assert.ok(
        findings.some(({ rule, severity }) => rule === id[1] && severity === 'error'),
        JSON.stringify(findings),
      );
    });

    if (rebuttal)
      it(`is shown and not guessed where nothing says what a rebuttal attacks in ${file}`, async () => {
        repository.commitFiles({ [file]: rebuttal[0] });
        const { findings, cases } = await opened.project.check();
        assert.ok(
          findings.some(({ rule }) => rule === rebuttal[1]),
          JSON.stringify(findings),
        );
        const attack = [...cases[0]!.nodes.values()].find(({ node }) => node.kind === 'rebuttal');
        assert.deepEqual(attack?.parents, []);
      });
  }

  it('leaves out a reference to an id that several nodes have', async () => {
    repository.commitFiles({
      'barn.case.yaml': 'case: B\nclaims:\n  C1: One.\n  C1: Two.\n  C2: {text: Three., supportedBy: C1}\n',
    });
    const { findings, cases } = await opened.project.check();
    const finding = findings.find(({ rule }) => rule === 'reference-ambiguous');
    assert.equal(
      finding?.message,
      'C1 is the id of several nodes, in lines 3 and 4. This reference is left out. Give them different ids.',
    );
    assert.deepEqual(cases[0]?.nodes.get('C2')?.children, []);
  });
});
