import assert from 'node:assert/strict';
import type { JudgedCase, Snapshot } from '../../src/project/snapshot.ts';
import { type TestRepository, makeRepository } from '../support/git-repository.ts';
import { type TestProject, openProject } from '../support/project.ts';

/** The cases with their nodes, as `key < parents @file`; files relative to the root. */
function show({ cases }: Snapshot, root: string): string[] {
  return cases.flatMap((one) => [`# ${one.case.title}`, ...nodesOf(one, root)]);
}

function nodesOf(one: JudgedCase, root: string): string[] {
  return [...one.nodes.values()].map(({ node, parents }) =>
    [
      node.key,
      ...(parents.length > 0 ? [`< ${parents.map((ref) => ref.node).join()}`] : []),
      ...(node.file ? [`@${node.file.slice(root.length + 1)}`] : []),
    ].join(' '),
  );
}

/** Findings as `file:line rule`, lines 1-based. */
function findings({ findings: all }: Snapshot, root: string, about = /./): string[] {
  return all
    .filter(({ rule }) => about.test(rule))
    .map(({ rule, file, range }) => `${file.slice(root.length + 1)}:${range.start.line + 1} ${rule}`);
}

/** A drawing of boxes, `id: label`, and arrows between them. */
function drawing(
  boxes: Readonly<Record<string, string>>,
  arrows: readonly (readonly [string, string])[],
): string {
  const shapes = Object.entries(boxes).map(
    ([id, label], i) =>
      `<mxCell id="${id}" value="${label}" style="rounded=0" vertex="1" parent="1"><mxGeometry x="${i * 200}" y="${i * 100}" width="120" height="60" as="geometry"/></mxCell>`,
  );
  const lines = arrows.map(
    ([from, to], i) =>
      `<mxCell id="l${i}" edge="1" parent="1" source="${from}" target="${to}"><mxGeometry relative="1" as="geometry"/></mxCell>`,
  );
  return `<mxfile><diagram name="Page-1"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${shapes.join('')}${lines.join('')}</root></mxGraphModel></diagram></mxfile>`;
}

/** An SVG that carries a drawing, as draw.io exports it. */
function withDrawing(shapes: string): string {
  const content = shapes.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  return `<svg xmlns="http://www.w3.org/2000/svg" content="${content}"><g/></svg>`;
}

describe('arguments that lie in several files', () => {
  let repository: TestRepository;
  let opened: TestProject | undefined;
  const open = (options = {}): TestProject =>
    (opened = openProject({ roots: [repository.root], ...options }));
  beforeEach(() => {
    repository = makeRepository();
  });
  afterEach(() => {
    opened?.project.dispose();
    opened = undefined;
    repository.remove();
  });

  describe('in modules', () => {
    const FILES = {
      'gsn/main.gsn.yaml':
        'module:\n  name: Main\n  uses: [parts/one.gsn.yaml]\nG1:\n  text: All\n  supportedBy: [G2]\n',
      'gsn/parts/one.gsn.yaml':
        'module:\n  uses: [two.yaml, ../main.gsn.yaml]\nG2:\n  text: One\n  supportedBy: [Sn1]\nG1:\n  text: Other\n  undeveloped: true\n',
      'gsn/parts/two.yaml': 'Sn1:\n  text: Report\n  url: docs/report.md\n',
      'alone.gsn.yaml': 'G1:\n  text: Alone\n  undeveloped: true\n',
      'docs/report.md': 'fine\n',
    };

    it('is one case, whatever the modules are called', async () => {
      repository.commitFiles(FILES);
      const snapshot = await open().project.check();
      assert.deepEqual(show(snapshot, repository.root), [
        '# alone',
        'G1',
        '# Main',
        'G1',
        'G2 < G1 @gsn/parts/one.gsn.yaml',
        'G1~2 @gsn/parts/one.gsn.yaml',
        'Sn1 < G2 @gsn/parts/two.yaml',
      ]);
      assert.deepEqual(findings(snapshot, repository.root, /module|reference/), []);
      assert.deepEqual(snapshot.claimFiles.map((file) => file.slice(repository.root.length + 1)).sort(), [
        'alone.gsn.yaml',
        'gsn/main.gsn.yaml',
        'gsn/parts/one.gsn.yaml',
        'gsn/parts/two.yaml',
      ]);
    });

    it('judges a link by who wrote it in its module', async () => {
      repository.commitFiles(FILES);
      repository.commitFiles({ 'docs/report.md': 'not fine\n' });
      assert.equal(linkState(await open().project.check()), 'stale/changed');
      repository.commitFiles({
        'gsn/parts/two.yaml': FILES['gsn/parts/two.yaml'].replace('Report', 'New report'),
      });
      assert.equal(linkState(await opened!.project.check()), 'current/unchanged');
      // A commit to another module says nothing of it.
      repository.commitFiles({ 'docs/report.md': 'worse\n' });
      opened!.project.forget(`${repository.root}/docs/report.md`);
      repository.commitFiles({ 'gsn/main.gsn.yaml': FILES['gsn/main.gsn.yaml'].replace('All', 'All of it') });
      assert.equal(linkState(await opened!.project.check()), 'stale/changed');
    });

    it('says where a module is missing, a folder or outside', async () => {
      repository.commitFiles({
        'a/b.gsn.yaml':
          'module:\n  uses:\n  - none.gsn.yaml\n  - ../a\n  - ../../x.gsn.yaml\n  - /etc/passwd\nG1:\n  text: All\n  supportedBy: [G2]\n',
      });
      const snapshot = await open().project.check();
      assert.deepEqual(findings(snapshot, repository.root, /module|unknown/), [
        'a/b.gsn.yaml:3 module-missing',
        'a/b.gsn.yaml:4 module-missing',
        'a/b.gsn.yaml:5 module-missing',
        'a/b.gsn.yaml:6 module-missing',
        'a/b.gsn.yaml:9 reference-unknown-node',
      ]);
    });

    it('says once what is the matter in a module of two arguments', async () => {
      const main = FILES['gsn/main.gsn.yaml'].replace('one.gsn.yaml', 'two.yaml').replace('G2', 'Sn1');
      repository.commitFiles({
        ...FILES,
        'gsn/main.gsn.yaml': main,
        'gsn/second.gsn.yaml': main.replace('Main', 'Second'),
        'gsn/parts/one.gsn.yaml': '',
      });
      repository.commitFiles({ 'docs/report.md': 'not fine\n' });
      const snapshot = await open().project.check();
      assert.deepEqual(
        snapshot.cases.map((one) => one.case.title),
        ['alone', 'Main', 'Second'],
      );
      assert.deepEqual(findings(snapshot, repository.root, /evidence/), [
        'gsn/parts/two.yaml:3 evidence-changed',
      ]);
    });

    it('follows what is typed into a module, without git and without reading the others again', async () => {
      repository.commitFiles(FILES);
      const { project, takeProcesses, takeReads } = open();
      await project.check();
      takeProcesses();
      takeReads();
      const file = `${repository.root}/gsn/parts/two.yaml`;
      project.setDocument(file, `${FILES['gsn/parts/two.yaml']}G9:\n  text: New\n`);
      const nodes = show(await project.recheck(), repository.root);
      assert.equal(nodes.at(-1), 'G9 @gsn/parts/two.yaml');
      assert.deepEqual(takeProcesses(), []);
      // What is saved of the file that is open is compared with HEAD; no other is looked at.
      assert.deepEqual(takeReads(), ['gsn/parts/two.yaml']);
      project.setDocument(file, undefined);
      assert.equal(show(await project.recheck(), repository.root).at(-1), 'Sn1 < G2 @gsn/parts/two.yaml');
      assert.deepEqual([...new Set(takeReads())], ['gsn/parts/two.yaml']);
    });
  });

  describe('in items', () => {
    const item = (text: string, front = ''): string =>
      `---\nlevel: 1.1\nnormative: true\n${front}---\n\n${text}\n`;
    const REFERENCE = 'references:\n  - {type: file, path: src/run.txt}\n';
    const FILES = {
      '.dotstop.dot': 'digraph G {\n"TOP" [sha="1"];\n"LOW" [sha="2"];\n"TOP" -> "LOW" [sha="3"];\n}\n',
      'items/TOP.md': item('The top.'),
      'items/deep/LOW.md': item('The low.', REFERENCE),
      'src/run.txt': 'run\n',
    };

    it('is one case of the graph', async () => {
      repository.commitFiles(FILES);
      const snapshot = await open().project.check();
      assert.deepEqual(show(snapshot, repository.root), [
        '# TOP',
        'TOP @items/TOP.md',
        'LOW < TOP @items/deep/LOW.md',
      ]);
      assert.deepEqual(findings(snapshot, repository.root), []);
      assert.equal(linkState(snapshot), 'current/unchanged');
    });

    it('takes what the graph records for the review, and not an edit of the item', async () => {
      repository.commitFiles(FILES);
      repository.commitFiles({ 'src/run.txt': 'run faster\n' });
      repository.commitFiles({ 'items/deep/LOW.md': item('The low, in other words.', REFERENCE) });
      assert.equal(linkState(await open().project.check()), 'stale/changed');
      repository.commitFiles({ '.dotstop.dot': FILES['.dotstop.dot'].replace('"2"', '"4"') });
      assert.equal(linkState(await opened!.project.check()), 'current/unchanged');
      repository.write({ 'items/deep/LOW.md': item('The low, not committed.', REFERENCE) });
      assert.equal(linkState(await opened!.project.check()), 'unreviewed/never-reviewed');
    });

    it('says which items are missing, or could be several files', async () => {
      repository.commitFiles({
        ...FILES,
        '.dotstop.dot': '"TOP"\n"LOW"\n"GONE"\n"NOTE"\n"TOP" -> "LOW"\n',
        'copy/LOW.md': item('A copy.'),
        'site/TOP.md': '# The top\n\nMade from the item.\n',
        'docs/NOTE.md': 'No item.\n',
      });
      const snapshot = await open().project.check();
      assert.deepEqual(findings(snapshot, repository.root, /item/), [
        '.dotstop.dot:2 item-ambiguous',
        '.dotstop.dot:3 item-missing',
        'docs/NOTE.md:1 not-an-item',
      ]);
      assert.equal(show(snapshot, repository.root)[1], 'TOP @items/TOP.md');
    });

    it('never reads an item outside of the repository', async () => {
      repository.commitFiles({ ...FILES, '.dotstop.dot': '"../../outside"; "TOP"\n' });
      assert.deepEqual(findings(await open().project.check(), repository.root, /item/), [
        '.dotstop.dot:1 item-missing',
      ]);
    });

    it('starts as many processes for many items as for few', async () => {
      const many = (count: number): Record<string, string> => {
        const ids = Array.from({ length: count }, (_, i) => `I${i}`);
        return {
          '.dotstop.dot': ids.map((id) => `"${id}" [sha="1"]\n"I0" -> "${id}"\n`).join(''),
          ...Object.fromEntries(ids.map((id) => [`items/${id}.md`, item(id, REFERENCE)])),
          'src/run.txt': 'run\n',
        };
      };
      const processes: string[][] = [];
      for (const count of [3, 120]) {
        const other = makeRepository();
        other.commitFiles(many(count));
        other.commitFiles({ 'src/run.txt': 'run faster\n' });
        const { project, takeProcesses } = openProject({ roots: [other.root] });
        const snapshot = await project.check();
        assert.equal(linkState(snapshot), 'stale/changed');
        processes.push(takeProcesses().sort());
        project.dispose();
        other.remove();
      }
      assert.deepEqual(processes[1], processes[0]);
      assert.equal(processes[0]?.filter((name) => name === 'blame').length, 1);
    });

    it('is a case of one node where an item is named', async () => {
      repository.commitFiles(FILES);
      const snapshot = await open({ claimFiles: [`${repository.root}/items/deep/LOW.md`] }).project.check();
      assert.deepEqual(show(snapshot, repository.root), ['# LOW', 'LOW']);
    });
  });

  describe('in pictures', () => {
    const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>';
    const SHAPES = drawing({ a: 'C1: It is safe.', b: 'C2: It is small.', c: 'E1: `src/run.txt`' }, [
      ['a', 'b'],
      ['b', 'c'],
    ]);
    const document = (picture: string): string => `# Assurance case\n\n**C1:** It is safe.\n\n${picture}\n`;

    it('hangs under the claim of the document', async () => {
      repository.commitFiles({
        'docs/assurance-case.md': document('![](pics/the%20case.drawio)'),
        'docs/pics/the case.drawio': SHAPES,
        'src/run.txt': 'run\n',
      });
      const snapshot = await open().project.check();
      assert.deepEqual(show(snapshot, repository.root).slice(1), [
        'C1',
        'C1~2 < C1 @docs/pics/the case.drawio',
        'C2 < C1~2 @docs/pics/the case.drawio',
        'E1 < C2 @docs/pics/the case.drawio',
      ]);
      assert.equal(snapshot.cases.length, 1, 'the drawing is no case of its own');
    });

    it('does not say twice what the text says, too', async () => {
      repository.commitFiles({
        'assurance-case.md': document('- **C2:** It is small.\n\n![](case.drawio)'),
        'case.drawio': SHAPES,
        'src/run.txt': 'run\n',
      });
      const snapshot = await open().project.check();
      assert.deepEqual(
        snapshot.cases.map((one) => one.nodes.size),
        [2, 3],
      );
    });

    it('hears of a picture that says nothing yet', async () => {
      repository.commitFiles({ 'assurance-case.md': document('![](case.svg)'), 'case.svg': SVG });
      const { project } = open();
      const before = await project.check();
      assert.deepEqual(
        before.claimFiles.map((file) => file.slice(repository.root.length + 1)),
        ['assurance-case.md', 'case.svg'],
      );
      repository.write({ 'case.svg': withDrawing(SHAPES) });
      assert.equal(show(await project.check(), repository.root).length, 5);
    });

    it('reads a picture that only its content tells from others', async () => {
      const svg = withDrawing(SHAPES);
      repository.commitFiles({ 'assurance-case.md': document('<img src="case.svg">'), 'case.svg': svg });
      assert.equal(show(await open().project.check(), repository.root).length, 5);
    });

    it('leaves other drawings alone', async () => {
      repository.commitFiles({
        'assurance-case.md': document('![](boxes.drawio)'),
        'boxes.drawio': drawing({ a: 'Client', b: 'Server' }, [['a', 'b']]),
      });
      const snapshot = await open().project.check();
      assert.deepEqual([...(snapshot.cases[0]?.nodes.keys() ?? [])], ['C1']);
    });

    const silent = /^picture/;
    const pictures: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
      [
        'that holds no diagram data',
        document('![](plain.svg)'),
        ['assurance-case.md:5 picture-without-diagram'],
      ],
      ['that is not there', document('![](none.png)'), ['assurance-case.md:5 picture-missing']],
      ['of another site', document('![](https://example.org/badge.svg)'), []],
      ['beside an argument in words', document('![](plain.svg)\n\n- **C2:** It is small.\n'), []],
    ];
    for (const [name, text, expected] of pictures) {
      it(`says at a picture ${name} what the reader should know`, async () => {
        repository.commitFiles({ 'assurance-case.md': text, 'plain.svg': SVG });
        assert.deepEqual(findings(await open().project.check(), repository.root, silent), expected);
      });
    }
  });
});

function linkState({ cases }: Snapshot): string {
  const [link] = cases.flatMap((one) => [...one.links.values()]).filter((judged) => judged.link.cited);
  return `${link?.verdict.state}/${link?.verdict.reason}`;
}
