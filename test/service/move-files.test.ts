import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import type { RenameFile, TextDocumentEdit } from 'vscode-languageserver-protocol';
import { formatRecord } from '../../src/formats/reviews/write-reviews.ts';
import type { ReviewRecord } from '../../src/model/review.ts';
import { moveFiles } from '../../src/service/move-files.ts';
import { toUri } from '../../src/service/uris.ts';
import { appliedEdit } from '../support/applied-edit.ts';
import { type TestWorkspace, makeWorkspace } from '../support/workspace.ts';

const CASE = `case: Access
claims:
  C1:
    text: Only users get in.
    evidence:
      - src/auth/login.py#check # the check
      - "src/auth/login.py#L1-L2"
      - 'src/auth/'
      - src/auth/**/*.py
      - src/**/*.py
      - docs/guide.md
      - E1: {at: src/auth/login.py}
  C2: {text: A, evidence: [src/other.py]}
`;
const OTHER = 'case: Other\nclaims:\n  C1: {text: A, supportedBy: [access/C2]}\n';
const DOCUMENT = `# Assurance case

- **C1:** Only users get in.
  - Evidence: [the check](../src/auth/login.py#check), \`src/auth/login.py\` (\`check\`, \`reset\`), \`login.py\`
- **C2:** It is told.
  - Evidence: [the guide](guide.md), \`./guide.md\`, [the code](../src/other.py)
`;
const LTAC = '- Claim C1: Safe\n  - Evidence E1: Tests (src/auth/login.py)\n';
const GSN = 'G1:\n  text: Safe\n  supportedBy: [Sn1]\nSn1:\n  text: Code\n  url: src/auth/login.py\n';
const DRAWING = `<mxfile><diagram name="P"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
<mxCell id="2" value="C1: Safe" style="rounded=0" vertex="1" parent="1"><mxGeometry x="0" y="0" width="80" height="40" as="geometry"/></mxCell>
<mxCell id="3" value="Evidence E1: src/auth/login.py" style="ellipse" vertex="1" parent="1"><mxGeometry x="0" y="90" width="80" height="40" as="geometry"/></mxCell>
<mxCell id="4" edge="1" parent="1" source="2" target="3"><mxGeometry relative="1" as="geometry"/></mxCell>
</root></mxGraphModel></diagram></mxfile>`;

/** What moving one file or folder does: the texts of the edited files, what is said, and what moves along. */
async function moveIn(workspace: TestWorkspace, from: string, to: string) {
  const uri = (path: string): string => toUri(path.startsWith('/') ? path : workspace.file(path));
  const { edit, note } = await moveFiles(
    workspace.lookup,
    [{ oldUri: uri(from), newUri: uri(to) }],
    workspace.texts,
  );
  const changes = edit?.documentChanges ?? [];
  const edited = changes.filter((one): one is TextDocumentEdit => 'edits' in one);
  const root = `${toUri(workspace.repository.root)}/`;
  const texts = new Map(
    edited.map(({ textDocument }) => {
      const path = textDocument.uri.slice(root.length);
      const text = readFileSync(workspace.file(path), 'utf8');
      return [path, appliedEdit(text, edit!, textDocument.uri)];
    }),
  );
  const moves = changes.filter((one): one is RenameFile => 'oldUri' in one);
  return {
    texts,
    note,
    moves: moves.map(({ oldUri, newUri }) => `${oldUri.slice(root.length)} => ${newUri.slice(root.length)}`),
  };
}

describe('moving files', () => {
  let workspace: TestWorkspace;
  const record: ReviewRecord = {
    case: 'access',
    node: 'C1',
    locator: 'src/auth/login.py#check',
    commit: null,
    path: 'src/auth/login.py',
    fingerprint: 'code-1:0123456789abcdef',
    claim: 'claim-1:0123456789abcdef',
    by: 'Ada <ada@example.org>',
    at: '2026-05-04T10:00:00Z',
  };

  before(async () => {
    workspace = await makeWorkspace({
      'access.case.yaml': CASE,
      'access.reviews.yaml': `${formatRecord(record)}\n`,
      'other.case.yaml': OTHER,
      'docs/assurance-case.md': DOCUMENT,
      'docs/guide.md': '# Guide\n',
      'src/auth/login.py': 'def check():\n    pass\n\n\ndef reset():\n    pass\n',
      'src/auth/deep/more.py': 'x = 1\n',
      'src/other.py': 'y = 1\n',
      'a.gsn.yaml': GSN,
      'b.ltac': LTAC,
      'c.drawio': DRAWING,
      'warrant.yaml': 'reviews:\n  required: [access/C1, C1]\n',
    });
  });
  after(() => workspace.repository.remove());

  const move = (from: string, to: string) => moveIn(workspace, from, to);

  it('of a file takes its locators along in all notations, with their parts, quotes and form', async () => {
    const { texts, note, moves } = await move('src/auth/login.py', 'lib/sign.py');
    assert.equal(texts.get('access.case.yaml'), CASE.replaceAll('src/auth/login.py', 'lib/sign.py'));
    assert.equal(
      texts.get('docs/assurance-case.md'),
      DOCUMENT.replaceAll('src/auth/login.py', 'lib/sign.py').replace('`login.py`', '`lib/sign.py`'),
    );
    assert.equal(texts.get('b.ltac'), LTAC.replace('src/auth/login.py', 'lib/sign.py'));
    assert.deepEqual(moves, []);
    assert.match(
      note ?? '',
      /^1 link in c\.drawio could not be updated.*src\/auth\/login\.py.* by hand\. Drawings are .*drawing tool\.$/,
    );
  });

  it('writes what its place can hold, and says what is left', async () => {
    const { texts, note } = await move('src/auth/login.py', 'lib/sign in.py');
    assert.equal(texts.get('access.case.yaml'), CASE.replaceAll('src/auth/login.py', 'lib/sign in.py'));
    assert.equal(
      texts.get('docs/assurance-case.md'),
      DOCUMENT.replace('](../src/auth/login.py#', '](../lib/sign%20in.py#').replace(
        /`(?:src\/auth\/)?login\.py`/g,
        '`lib/sign in.py`',
      ),
    );
    assert.match(note ?? '', /^2 links in b\.ltac and c\.drawio could not be updated/);
  });

  it('of a folder takes folders and globs that begin with it along', async () => {
    const { texts } = await move('src/auth', 'src/access');
    assert.equal(
      texts.get('access.case.yaml'),
      CASE.replaceAll('src/auth/', 'src/access/'),
      'a glob over more than the folder stays',
    );
    assert.equal(texts.get('a.gsn.yaml'), GSN.replace('src/auth/', 'src/access/'));
    assert.equal(
      texts.get('docs/assurance-case.md'),
      DOCUMENT.replaceAll('src/auth/', 'src/access/'),
      'a short path is one still',
    );
  });

  it('keeps reviews: what counts is appended for the new locator', async () => {
    const { texts } = await move('src/auth', 'src/access');
    const before = `${formatRecord(record)}\n`;
    const moved = formatRecord({ ...record, locator: 'src/access/login.py#check' });
    assert.equal(texts.get('access.reviews.yaml'), `${before}${moved}\n`);
  });

  it('of a document takes what starts at it along, and leaves what starts at the root', async () => {
    const { texts } = await move('docs/assurance-case.md', 'security/deep/assurance-case.md');
    assert.deepEqual([...texts.keys()], ['docs/assurance-case.md']);
    assert.equal(
      texts.get('docs/assurance-case.md'),
      DOCUMENT.replaceAll('](../src/', '](../../src/')

        .replace('](guide.md)', '](../../docs/guide.md)'),
      'what is found by its name is found still',
    );
  });

  it('of the folder of a document and its evidence changes what leads out of it only', async () => {
    const { texts } = await move('docs', 'more/docs');
    assert.equal(texts.get('docs/assurance-case.md'), DOCUMENT.replaceAll('](../src/', '](../../src/'));
    assert.equal(texts.get('access.case.yaml'), CASE.replace('docs/guide.md', 'more/docs/guide.md'));
  });

  it('of a claim file takes its reviews along, and follows its name where that is the id of its case', async () => {
    const { texts, moves } = await move('access.case.yaml', 'cases/entry.case.yaml');
    assert.deepEqual(moves, ['access.reviews.yaml => cases/entry.reviews.yaml']);
    assert.equal(texts.get('other.case.yaml'), OTHER.replace('access/C2', 'entry/C2'));
    assert.match(texts.get('access.reviews.yaml')!, /\n- \{"case": "entry", "node": "C1"/);
    assert.equal(texts.get('access.case.yaml'), undefined);
    assert.equal(texts.get('warrant.yaml'), 'reviews:\n  required: [entry/C1, C1]\n');
  });

  it('has nothing to do for what is no evidence, or leaves the subject', async () => {
    assert.deepEqual(await move('src/unknown.py', 'src/known.py'), {
      texts: new Map(),
      note: undefined,
      moves: [],
    });
    assert.deepEqual((await move('src/other.py', '/outside.py')).texts, new Map());
  });
});

const LINKED = `# Assurance case

## C1: Only users get in

Evidence: [the check][check], [all](../src/auth.py)

Also <a href="../src/auth.py">here</a>, [more](../src/more.md#top) and <a href="../src/none.md">nothing</a>.

![](pictures/all.drawio.svg)

[check]: ../src/auth.py "The check"
`;
const MODULE = 'G1: {text: Safe, undeveloped: true}\nmodule: {name: M, uses: [parts/part.gsn.yaml]}\n';
const SETTINGS =
  "cases: ['docs/threats.md', docs/plain.md, docs/*.txt]\nstandards:\n  - docs/ours.yaml # ours\n";
const APART =
  'case: Apart\nsubject: {repo: "https://example.org/code", path: code}\nclaims:\n  C1: {text: A, evidence: [x.py]}\n';

describe('moving files that claim files name besides their evidence', () => {
  let workspace: TestWorkspace;
  before(async () => {
    const files = {
      'docs/a.case.md': LINKED,
      'docs/pictures/all.drawio.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
      'docs/threats.md': '# Threats\n\n## C1: No threats\n',
      'docs/plain.md': '# Plain\n\n## D1: No threats\n',
      'docs/ours.yaml': 'id: OURS\ntitle: Ours\nrequirements: {A1: First}\n',
      'src/auth.py': 'x = 1\n',
      'src/more.md': '# More\n',
      'm/main.gsn.yaml': MODULE,
      'm/parts/part.gsn.yaml': 'G2: {text: Part, undeveloped: true}\nmodule: {name: P}\n',
      'b.case.yaml': "case: B\nclaims:\n  C1: {text: A, evidence: ['src/auth.py', src/auth.py#L1]}\n",
      'apart.case.yaml': APART,
      'warrant.yaml': SETTINGS,
    };
    workspace = await makeWorkspace(files, ({ write }) =>
      write({ 'code/.git/HEAD': 'x\n', 'code/x.py': 'x\n' }),
    );
  });
  after(() => workspace.repository.remove());
  const move = (from: string, to: string) => moveIn(workspace, from, to);

  it('takes along definitions of links, HTML and links that are no evidence', async () => {
    const { texts, note } = await move('src', 'lib');
    assert.equal(texts.get('docs/a.case.md'), LINKED.replaceAll('../src/', '../lib/'));
    assert.equal(note, undefined);
  });

  it('takes along what starts at a document that moves, if it is there', async () => {
    const { texts } = await move('docs/a.case.md', 'a.case.md');
    assert.equal(
      texts.get('docs/a.case.md'),
      LINKED.replaceAll('../src/auth', 'src/auth')
        .replace('../src/more', 'src/more')
        .replace('pictures/', 'docs/pictures/'),
    );
  });

  it('takes along pictures and modules', async () => {
    const picture = await move('docs/pictures', 'docs/my pictures');
    assert.equal(picture.texts.get('docs/a.case.md'), LINKED.replace('pictures/', 'my%20pictures/'));
    const part = await move('m/parts/part.gsn.yaml', 'm/other.gsn.yaml');
    assert.equal(part.texts.get('m/main.gsn.yaml'), MODULE.replace('parts/part.gsn', 'other.gsn'));
    const main = await move('m/main.gsn.yaml', 'main.gsn.yaml');
    assert.equal(main.texts.get('m/main.gsn.yaml'), MODULE.replace('parts/part', 'm/parts/part'));
  });

  it('takes along what the settings name, and leaves patterns', async () => {
    const { texts } = await move('docs', 'doc');
    assert.equal(texts.get('warrant.yaml'), SETTINGS.replaceAll(/docs\/(threats|plain|ours)/g, 'doc/$1'));
  });

  it('quotes what the settings name as its place needs it', async () => {
    const { texts } = await move('docs/ours.yaml', 'docs/ours, v2].yaml');
    assert.equal(texts.get('warrant.yaml'), undefined, 'brackets would be a pattern');
    const list = await move('docs/plain.md', "docs/plain, v2: 'it' #3.md");
    assert.equal(
      list.texts.get('warrant.yaml'),
      SETTINGS.replace('docs/plain.md', '"docs/plain, v2: \'it\' #3.md"'),
    );
    const comma = await move('docs/plain.md', 'docs/plain, v2.md');
    assert.equal(comma.texts.get('warrant.yaml'), SETTINGS.replace('docs/plain.md', '"docs/plain, v2.md"'));
    const quoted = await move('docs/threats.md', "docs/threats, it's.md");
    assert.equal(
      quoted.texts.get('warrant.yaml'),
      SETTINGS.replace('docs/threats.md', "docs/threats, it''s.md"),
    );
  });

  it('leaves what the settings name where the new name would be a pattern, and says so', async () => {
    for (const name of ['docs/plain*.md', 'docs/[a]plain.md', 'docs/{plain}.md']) {
      const { texts, note } = await move('docs/plain.md', name);
      assert.equal(texts.get('warrant.yaml'), undefined, name);
      assert.equal(
        note,
        '1 link in warrant.yaml could not be updated and will lead nowhere: docs/plain.md. Change it by hand. In the settings, a path with “*”, “?” or brackets in it is a pattern: give the file a name without.',
      );
    }
  });

  it('takes along another checkout that holds the evidence', async () => {
    const { texts } = await move('code', 'sub/code');
    assert.equal(texts.get('apart.case.yaml'), APART.replace('path: code', 'path: sub/code'));
  });

  it('leaves locators that cannot name the new path, and says so', async () => {
    const { texts, note } = await move('src/auth.py', 'src/au #th.py');
    assert.equal(texts.get('b.case.yaml'), undefined);
    assert.equal(
      note,
      '4 links in b.case.yaml and a.case.md could not be updated and will lead nowhere: src/auth.py, src/auth.py#L1 and ../src/auth.py. Change them by hand. No locator can name a path with “#”, “*” or “?” in it: give the file a name without.',
    );
    assert.equal(
      texts.get('docs/a.case.md'),
      LINKED.replace('href="../src/auth.py"', 'href="../src/au%20%23th.py"'),
    );
  });
});

const SHOWN = `# Assurance case

![x](img/arch.png) [src](../src/) <a href="..">all</a> [top](../ "All") <img src="img/none.png"> [here](.)

![a [x](img/arch.png) b](img/two.png "](img/arch.png") [w](<img/a b.png> 'It (is)') [e](img/\\(e\\).png)

> [q](img/arch.png
> "Q")

[a\\]: img/arch.png ]: ../src/more.md

[b\\]: ../src/more.md ]: ../src/more.md

## C1: Safe

Evidence: [the check](../src/auth.py)
`;

describe('moving files that settings name by way of something else', () => {
  it('changes what can be changed by itself, and says what is left', async () => {
    const settings = 'cases: [&a docs/one.md, *a]\nstandards: [docs/ours.yaml]\n';
    const workspace = await makeWorkspace({
      'docs/one.md': '# One\n\n## C1: Safe\n',
      'docs/ours.yaml': 'id: OURS\ntitle: Ours\nrequirements: {A1: First}\n',
      'warrant.yaml': settings,
    });
    try {
      const { texts, note } = await moveIn(workspace, 'docs', 'doc');
      assert.equal(texts.get('warrant.yaml'), settings.replace('docs/ours', 'doc/ours'));
      assert.match(note ?? '', /^2 links in warrant\.yaml could not be updated .*: docs\/one\.md\./);
    } finally {
      workspace.repository.remove();
    }
  });
});

describe('moving a document with pictures and folders', () => {
  it('takes along what is there, be it no text, and leaves what only looks like a destination', async () => {
    const workspace = await makeWorkspace(
      {
        'docs/assurance-case.md': SHOWN,
        'src/auth.py': 'x = 1\n',
        'src/more.md': '# More\n',
        'docs/img/a b.png': 'png\n',
        'docs/img/(e).png': 'png\n',
      },
      ({ root }) => {
        for (const name of ['arch', 'two'])
          writeFileSync(`${root}/docs/img/${name}.png`, Uint8Array.of(0x89, 0x50, 0, 0xff, 0xfe, 0));
      },
    );
    try {
      const { texts, note } = await moveIn(workspace, 'docs/assurance-case.md', 'a/b/assurance-case.md');
      assert.equal(
        texts.get('docs/assurance-case.md'),
        SHOWN.replaceAll('](../src/', '](../../src/')
          .replace('[src](../src/)', '[src](../../src/)')
          .replace('href=".."', 'href="../.."')
          .replace('[top](../ ', '[top](../../ ')
          .replace('[here](.)', '[here](../../docs)')
          .replace('![x](img/', '![x](../../docs/img/')
          .replace('b](img/', 'b](../../docs/img/')
          .replace('<img/a b.png>', '<../../docs/img/a%20b.png>')
          .replace('(img/\\(e\\).png', '(../../docs/img/%28e%29.png')
          .replace('[q](img/', '[q](../../docs/img/')
          .replaceAll(' ]: ../src/', ' ]: ../../src/'),
      );
      assert.equal(note, undefined);
    } finally {
      workspace.repository.remove();
    }
  });
});

describe('moving a claim file that comments of code name', () => {
  it('says which comments it leaves', async () => {
    const same = 'case: S\nclaims:\n  S1: {text: Safe, undeveloped: true}\n';
    const workspace = await makeWorkspace({
      '1/same.case.yaml': same,
      '2/same.case.yaml': same,
      'src/a.py': '# warrant: same/S1\nx = 1\n',
    });
    try {
      const { texts, note } = await moveIn(workspace, '2/same.case.yaml', '2/new.case.yaml');
      assert.equal(texts.get('src/a.py'), undefined);
      assert.match(note ?? '', /1 comment in a\.py names same without its case/);
    } finally {
      workspace.repository.remove();
    }
  });
});

describe('moving a claim file whose name other folders have, too', () => {
  it('leaves references that may mean either, and says so', async () => {
    const refer = (id: string): string =>
      `case: ${id}\nid: ${id}\nclaims:\n  F1: {text: Rests, supportedBy: [same/S1]}\n`;
    const same = 'case: S\nclaims:\n  S1: {text: Safe, undeveloped: true}\n';
    const files = {
      '1/same.case.yaml': same,
      '1/f.case.yaml': refer('f'),
      '2/same.case.yaml': same,
      '2/g.case.yaml': refer('g'),
      '3/h.case.yaml': refer('h'),
    };
    const workspace = await makeWorkspace(files, () => {}, ['1', '2', '3']);
    try {
      const { texts, note } = await moveIn(workspace, '2/same.case.yaml', '2/new.case.yaml');
      assert.deepEqual([...texts], [['2/g.case.yaml', refer('g').replace('same/', 'new/')]]);
      assert.match(note ?? '', /^1 reference in h\.case\.yaml that says same may mean another/);
    } finally {
      workspace.repository.remove();
    }
  });
});
