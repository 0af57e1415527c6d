import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import picomatch from 'picomatch';
import { interestIn, isEventHeard, isHeard, isMoveHeard } from '../../../src/client/connection/interest.ts';
import { formatOf } from '../../../src/formats/claim-files.ts';

const SAID = {
  claimFiles: ['file:///w/docs/argument.md'],
  evidence: ['file:///w/src/app.py'],
  folders: ['file:///w/tests'],
};
const same = (uri: string) => uri;

describe('client: interest', () => {
  describe('names of claim files', () => {
    const NAMES: readonly (readonly [name: string, isClaimFile: boolean])[] = [
      ['transit.case.yaml', true],
      ['transit.case.yml', true],
      ['transit.case.md', true],
      ['assurance-case.md', true],
      ['assurance-case-2024.md', true],
      ['ASSURANCE-CASE.md', true],
      ['MyAssuranceCase.md', true],
      ['ASSURANCE_CASE.md', true],
      ['ferry-assurance_case-v2.md', true],
      ['Assurance Case.md', true],
      ['SAFETY_CASE.md', true],
      ['Safety-Case-2024.md', true],
      ['security-case.md', true],
      ['SecurityCase.md', true],
      ['SECURITY-ASSURANCE.md', true],
      ['SECURITY.md', false],
      ['security-policy.md', false],
      ['threat-model.md', false],
      ['unsafety-case.md', false],
      ['transit.gsn.yaml', true],
      ['transit.gsn.yml', true],
      ['transit.ltac', true],
      ['.dotstop.dot', true],
      ['transit.drawio', true],
      ['transit.dio', true],
      ['transit.drawio.svg', true],
      ['transit.drawio.png', true],
      ['transit.dio.xml', true],
      ['graph.dot', false],
      ['picture.png', false],
      ['transit.reviews.yaml', false],
      ['assurance-case.txt', false],
      ['README.md', false],
      ['.case.yaml.orig', false],
    ];
    const manifest = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
      activationEvents: string[];
    };
    const activates = picomatch(
      manifest.activationEvents.flatMap((event) => /^workspaceContains:(.*)/.exec(event)?.[1] ?? []),
    );

    for (const [name, isClaimFile] of NAMES) {
      it(`${name}: ${isClaimFile ? 'yes' : 'no'}, for the client, the formats and the activation events`, () => {
        assert.equal(interestIn(undefined, same).isClaimFile(`file:///w/docs/${name}`), isClaimFile);
        assert.equal(formatOf(`/w/docs/${name}`) !== undefined, isClaimFile);
        assert.equal(activates(`docs/${name}`), isClaimFile);
      });
    }
  });

  it('hears claim files, evidence and files in folders of evidence, and nothing else', () => {
    const interest = interestIn(SAID, same);
    assert.equal(isHeard(interest, 'file:///w/docs/argument.md'), true);
    assert.equal(isHeard(interest, 'file:///w/docs/new.case.yaml'), true);
    assert.equal(isHeard(interest, 'file:///w/docs/acme.standard.yaml'), true);
    assert.equal(isHeard(interest, 'file:///w/src/app.py'), true);
    assert.equal(isHeard(interest, 'file:///w/src/other.py'), false);
    assert.equal(isHeard(interest, 'file:///w/tests/test_new.py'), true);
  });

  it('knows a file however its address is spelt', () => {
    const interest = interestIn({ ...SAID, evidence: ['FILE:///W/SRC/APP.PY'] }, (uri) => uri.toLowerCase());
    assert.equal(isHeard(interest, 'file:///w/src/app.py'), true);
  });

  describe('what happens on disk', () => {
    const EVENTS = [
      ['changed', 'src/app.py', true, 'evidence'],
      ['changed', 'a.case.yaml', true, 'a claim file'],
      ['changed', 'tests/unit/test_app.py', true, 'below an evidence folder'],
      ['changed', 'tests2/test_app.py', false, 'beside an evidence folder'],
      ['changed', 'src/other.py', false, 'any other file'],
      ['changed', '.gitignore', true, 'it decides what is a file of the repository'],
      ['created', 'src/other.py', true, 'it may be what a link misses'],
      ['deleted', 'src', true, 'it may have held evidence'],
      ['created', 'node_modules/x/index.js', false, 'installed'],
      ['deleted', 'node_modules', false, 'installed'],
      ['created', '.git/index.lock', false, "git's own"],
      ['created', '.github/workflows/ci.yml', true, "not git's own"],
    ] as const;
    for (const [kind, path, heard, why] of EVENTS) {
      it(`${path} ${kind}: ${heard ? 'heard' : 'not heard'} (${why})`, () => {
        assert.equal(isEventHeard(interestIn(SAID, same), kind, `file:///w/${path}`), heard);
      });
    }
  });

  it('hears of moves of claim files, evidence, and folders above them', () => {
    const interest = interestIn(SAID, same);
    for (const uri of [
      'file:///w/src/app.py',
      'file:///w/src',
      'file:///w',
      'file:///w/docs',
      'file:///w/tests/a.py',
    ])
      assert.ok(isMoveHeard(interest, uri), uri);
    for (const uri of ['file:///w/src/other.py', 'file:///w/sr', 'file:///w/lib', 'file:///w/src/app.py.bak'])
      assert.ok(!isMoveHeard(interest, uri), uri);
  });
});
