import assert from 'node:assert/strict';
import { deflateSync, zlibSync } from 'fflate';
import { readDrawio } from '../../../src/formats/drawio/read-drawio.ts';
import { isPicture, readPicture } from '../../../src/formats/drawio/read-picture.ts';
import { rangesOutside } from '../../support/ranges.ts';
import { readDamagedText, readWith } from '../reading.ts';
import { arrow, deflated, escaped, file, model, png, shape, textChunk } from './drawing.ts';

const CELLS = [
  shape('c', 'Claim C1: The cellar stays dry', { style: 'html=1' }),
  shape('e', '<b>Evidence E1</b>: log/pump &amp; <i>src/gauge.py</i>', { y: 100 }),
  arrow('c>e'),
];
const PLAIN = file(...CELLS);
const TREE = ['claim C1', 'evidence E1 < C1'];
const read = (text: string) => readWith(readDrawio, text);

/** Reads a picture called `cellar.png`. */
function readPng(bytes: Uint8Array) {
  const found = readPicture(bytes, { file: '/w/cellar.png', stem: 'cellar' });
  assert.deepEqual(rangesOutside('', found), [], 'all ranges are the beginning of the file');
  return {
    tree: found.cases.flatMap(({ nodes }) =>
      nodes.map(({ kind, id, parents }) => [kind, id, ...parents.map((p) => `< ${p}`)].join(' ')),
    ),
    messages: found.findings.map(({ rule, severity, message }) => `${severity} ${rule}: ${message}`),
  };
}

describe('the files that hold drawings', () => {
  const wrapped: [what: string, text: string][] = [
    ['plain', PLAIN],
    ['a bare model', model(...CELLS)],
    ['deflated', `<mxfile><diagram name="Page-1">${deflated(model(...CELLS))}</diagram></mxfile>`],
    [
      'deflated and wrapped',
      `<mxfile><diagram>\n${deflated(model(...CELLS)).replace(/.{70}/g, '$&\n')}\n</diagram></mxfile>`,
    ],
    ['percent-encoded', `<mxfile><diagram>${encodeURIComponent(model(...CELLS))}</diagram></mxfile>`],
    ['escaped', `<mxfile><diagram>${escaped(model(...CELLS))}</diagram></mxfile>`],
    [
      'an SVG',
      `<?xml version="1.0"?>\n<!-- made by hand -->\n<svg xmlns="http://www.w3.org/2000/svg" content="${escaped(PLAIN)}"><g/></svg>`,
    ],
    [
      'an SVG with what is deflated',
      `<svg content='${escaped(`<mxfile><diagram>${deflated(model(...CELLS))}</diagram></mxfile>`)}'/>`,
    ],
    ['single quotes', PLAIN.replaceAll('"', "'")],
    ['CRLF', PLAIN.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${PLAIN}`],
  ];
  for (const [what, text] of wrapped) {
    it(`may be ${what}`, () => {
      const found = read(text);
      assert.deepEqual(found.tree, TREE);
      assert.deepEqual(found.findings, []);
      assert.equal(found.link('src/gauge.py').cited, true);
    });
  }

  it('give the exact place of ids, texts and links, escapes and all', () => {
    for (const text of [PLAIN, `<svg content="${escaped(PLAIN)}"/>`]) {
      const { node, link, textAt } = read(text);
      assert.equal(textAt(node('C1').idRange), 'C1');
      assert.equal(textAt(node('C1').textRange), 'The cellar stays dry');
      assert.equal(textAt(node('E1').idRange), 'E1');
      assert.match(textAt(node('E1').textRange), /^log\/pump .*src\/gauge\.py$/);
      assert.equal(textAt(link('src/gauge.py').range), 'src/gauge.py');
      assert.match(textAt(node('C1').range), /^(?:<|&lt;)mxCell[^]*mxCell(?:>|&gt;)$/);
    }
  });

  it('are as precise as the package where they are packed', () => {
    const text = `<mxfile>\n  <diagram name="Cellar">${deflated(model(...CELLS))}</diagram>\n</mxfile>`;
    const { node, link, textAt, case: one } = read(text);
    assert.equal(node('C1').range.start.line, 1);
    assert.equal(textAt(node('C1').textRange), textAt(link('src/gauge.py').range));
    assert.equal(textAt(one.titleRange), 'Cellar');
  });

  it('say which lines make a link: those of its label', () => {
    const { link, textAt } = read(PLAIN);
    const [made, ...others] = link('src/gauge.py').madeBy;
    assert.deepEqual(others, []);
    assert.ok(textAt(made!).startsWith('<mxCell id="e"'));
  });

  it('may have several pages, a case each', () => {
    const page = (name: string, ...cells: string[]) => `<diagram name="${name}">${model(...cells)}</diagram>`;
    const text = `<mxfile>${page('Cellar, dry', ...CELLS)}${page('Plan', shape('x', 'Pump'))}<diagram name="Attic">${deflated(model(...CELLS))}</diagram></mxfile>`;
    assert.deepEqual(
      read(text).cases.map(({ id, title }) => [id, title]),
      [
        ['argument-cellar-dry', 'Cellar, dry'],
        ['argument-attic', 'Attic'],
      ],
    );
    assert.equal(read(PLAIN).case.id, 'argument');
    assert.equal(read(PLAIN).case.title, 'The cellar stays dry');
  });

  it('are read up to where they break off', () => {
    const cut = PLAIN.slice(0, PLAIN.indexOf('<mxCell id="arrow'));
    assert.deepEqual(read(cut).tree.toSorted(), ['claim C1', 'evidence E1']);
    assert.ok(
      read(cut).findings.some(
        ({ rule, message }) => rule === 'syntax' && message.includes('breaks off here'),
      ),
    );
    const svg = `<svg content="${escaped(PLAIN)}`;
    assert.deepEqual(read(svg.slice(0, svg.indexOf('id=&quot;arrow'))).tree.toSorted(), [
      'claim C1',
      'evidence E1',
    ]);
    // Cells that differ, so that much of it is packed before the place where it breaks off.
    const many = Array.from({ length: 200 }, (_, i) =>
      shape(`n${i}`, `Claim C${i}: ${Math.sin(i)}`, { y: 50 * i }),
    );
    const packed = deflated(model(...many));
    const half = read(`<mxfile><diagram name="p">${packed.slice(0, packed.length / 2)}`);
    assert.ok(half.case.nodes.length > 50 && half.case.nodes.length < 150);
    assert.ok(half.marked.some((finding) => finding.startsWith('syntax: <diagram')));
  });

  it('that hold something else are said to', () => {
    const rules = (text: string, name: string) =>
      readDrawio(text, { file: `/w/${name}`, stem: 'x' }).findings.map(
        ({ rule, message }) => `${rule}: ${message}`,
      );
    assert.match(rules('<html/>', 'a.drawio')[0]!, /^no-diagram: a\.drawio holds no drawing/);
    assert.match(
      rules('<svg><g/></svg>', 'a.drawio.svg')[0]!,
      /^no-diagram: a\.drawio\.svg is a picture and holds no diagram data\. In draw\.io/,
    );
    assert.match(rules('version https://git-lfs.github.com/spec/v1\n', 'a.drawio.png')[0]!, /git lfs pull/);
    assert.match(
      rules('<mxfile><diagram>nonsense</diagram></mxfile>', 'a.drawio')[0]!,
      /^syntax: This page could not be unpacked/,
    );
    assert.deepEqual(rules('', 'a.drawio').length, 1);
  });
});

describe('pictures that hold drawings', () => {
  const xml = PLAIN;
  const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding);
  const java = encodeURIComponent(model(...CELLS)).replaceAll('%20', '+');
  const pictures: [what: string, chunk: readonly [string, Uint8Array]][] = [
    ['tEXt', textChunk(xml)],
    ['tEXt under the old key', textChunk(model(...CELLS), 'mxGraphModel')],
    ['zTXt', ['zTXt', Buffer.concat([bytes('mxfile\0\0'), zlibSync(bytes(encodeURIComponent(xml)))])]],
    [
      'zTXt as old versions wrote it',
      ['zTXt', Buffer.concat([bytes('mxGraphModel\0\0'), deflateSync(bytes(java))])],
    ],
    ['iTXt', ['iTXt', Buffer.concat([bytes('mxfile\0\0\0en\0\0'), bytes(xml)])]],
    ['deflated iTXt', ['iTXt', Buffer.concat([bytes('mxfile\0\x01\0\0\0'), zlibSync(bytes(xml))])]],
  ];
  for (const [what, chunk] of pictures) {
    it(`in ${what}`, () => {
      const other = ['tEXt', bytes('Software\0a program')] as const;
      assert.deepEqual(readPng(png(other, chunk)), { tree: TREE, messages: [] });
    });
  }

  it('are told from those that hold none', () => {
    const message =
      'error no-diagram: cellar.png is a picture and holds no diagram data. In draw.io, export it as PNG or SVG with “Include a copy of my diagram”.';
    assert.deepEqual(readPng(png()).messages, [message]);
    assert.deepEqual(readPng(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)).messages, [message]);
  });

  it('are known by their first bytes', () => {
    assert.ok(isPicture(png()));
    assert.ok(isPicture(Uint8Array.of(0xff, 0xd8, 0xff)));
    assert.ok(!isPicture(bytes('<mxfile/>')));
    assert.ok(!isPicture(new Uint8Array()));
  });

  it('may break off, or lie about their length', () => {
    const whole = png(textChunk(xml));
    const end = whole.length - 60 - encodeURIComponent('</root></mxGraphModel></diagram></mxfile>').length;
    assert.equal(readPng(whole.subarray(0, end)).tree.length, 2);
    const lying = Buffer.from(png(textChunk(xml)));
    lying.writeUInt32BE(0xfffffff0, 33);
    assert.equal(readPng(lying).tree.length, 2);
  });
});

describe('hostile drawings', () => {
  const BOMB = deflated(`<mxGraphModel><root>${'<mxCell id="1"/>'.repeat(1_500_000)}`);
  const table: [what: string, text: string, rule: string][] = [
    [
      'that unpack to far too much',
      `<mxfile>${`<diagram>${BOMB}</diagram>`.repeat(3)}</mxfile>`,
      'too-complex',
    ],
    ['with too many cells', file(shape('c', 'Claim C1: Dry').repeat(11_000)), 'too-complex'],
    ['with too many pages', `<mxfile>${`<diagram>${model()}</diagram>`.repeat(600)}</mxfile>`, 'too-complex'],
    ['nested too deeply', `<mxfile>${'<a>'.repeat(100)}`, 'too-complex'],
    [
      'with entities of their own',
      `<!DOCTYPE x [<!ENTITY a "&a;&a;">]>${file(shape('c', 'Claim C1: Dry'))}`,
      '',
    ],
    [
      'with groups in a circle',
      file(
        shape('a', 'Claim C1: Dry', { parent: 'b' }),
        shape('b', 'Rebuttal R1: wet', { parent: 'a' }),
        arrow('a>b'),
      ),
      '',
    ],
  ];
  for (const [what, text, rule] of table) {
    it(what, () => {
      const { findings } = readDrawio(text, { file: '/w/a.drawio', stem: 'a' });
      assert.equal(findings.find(({ severity }) => severity === 'error')?.rule ?? '', rule);
    });
  }

  it('with broken bytes', () => {
    readDamagedText(readDrawio, PLAIN);
    readDamagedText(readDrawio, `<svg content="${escaped(PLAIN)}"/>`);
    readDamagedText(readDrawio, `<mxfile><diagram>${deflated(model(...CELLS))}</diagram></mxfile>`);
  });
});
