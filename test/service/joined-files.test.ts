import assert from 'node:assert/strict';
import { codeLenses } from '../../src/service/code-lens.ts';
import { diagnosticsByUri } from '../../src/service/diagnostics.ts';
import { claimHover } from '../../src/service/hover.ts';
import { interestOf } from '../../src/service/interest.ts';
import { definition, references } from '../../src/service/navigation.ts';
import { treeChildren, treePath } from '../../src/service/tree.ts';
import { toUri } from '../../src/service/uris.ts';
import { TODAY } from '../support/project.ts';
import { type TestWorkspace, makeWorkspace } from '../support/workspace.ts';

const FILES = {
  'gsn/main.gsn.yaml':
    'module:\n  name: Main\n  uses: [one.gsn.yaml]\n¦G1:\n  text: All of it\n  supportedBy: [¦G2]\n',
  'gsn/one.gsn.yaml':
    'module:\n  name: One\n¦G2:\n  text: One part\n  supportedBy: [¦Sn1]\n\nSn1:\n  text: Report\n  url: ¦src/run.py\n',
  'src/run.py': 'def run():\n    return 1\n',
};

describe('language features over an argument in several files', () => {
  let workspace: TestWorkspace;
  before(async () => {
    workspace = await makeWorkspace(FILES, (repository) => {
      repository.commitFiles({ 'src/run.py': 'def run():\n    return 2\n' }, { author: 'Ben' });
    });
  });
  after(() => workspace.repository.remove());

  const MAIN = 'gsn/main.gsn.yaml';
  const PART = 'gsn/one.gsn.yaml';
  const at = (path: string, cursor: number) =>
    [workspace.lookup, workspace.file(path), workspace.cursors(path)[cursor]!] as const;
  const uri = (path: string): string => toUri(workspace.file(path));

  it('diagnostics stand in the file that they are about', () => {
    const byUri = diagnosticsByUri(workspace.lookup.snapshot);
    const codes = (path: string) => byUri.get(uri(path))?.map(({ code }) => code);
    assert.deepEqual(codes(MAIN), []);
    assert.deepEqual(codes(PART)?.includes('evidence-changed'), true);
    const stale = byUri.get(uri(PART))!.find(({ code }) => code === 'evidence-changed')!;
    assert.equal(workspace.textAt(PART, stale.range), 'src/run.py');
  });

  it('hovers tell of what is written in that file, at the same place of another of something else', () => {
    const said = (path: string, cursor: number): string => {
      const hover = claimHover(...at(path, cursor), TODAY);
      return JSON.stringify(hover?.contents ?? '');
    };
    assert.match(said(MAIN, 0), /Goal|Claim G1.*All of it/);
    assert.match(said(PART, 0), /Claim G2.*One part/);
    assert.match(said(PART, 2), /src\/run.*stale/);
    assert.match(said(MAIN, 1), /Claim G2.*One part/);
  });

  it('definitions and references lead from one file to the other', () => {
    const [there] = definition(...at(MAIN, 1));
    assert.equal(there?.targetUri, uri(PART));
    assert.equal(workspace.textAt(PART, there.targetRange), 'G2');
    const [evidence] = definition(...at(PART, 2));
    assert.equal(evidence?.targetUri, uri('src/run.py'));
    const found = references(...at(PART, 0), true).map((place) => place.uri);
    assert.deepEqual(found, [uri(PART), uri(MAIN), uri('src/run.py')]);
  });

  it('lenses on evidence lead to the link in its file', () => {
    const [lens] = codeLenses(workspace.lookup, workspace.file('src/run.py'), TODAY);
    const [, , claims] = lens!.command!.arguments as [unknown, unknown, { uri: string; range: never }[]];
    assert.deepEqual(
      claims.map((place) => [place.uri === uri(PART), workspace.textAt(PART, place.range)]),
      [[true, 'src/run.py']],
    );
  });

  it('the tree shows one case, and jumps to the right file', () => {
    const [only, ...others] = treeChildren(workspace.lookup, undefined, TODAY);
    assert.deepEqual(others, []);
    const [top] = treeChildren(workspace.lookup, only!.key, TODAY);
    const [below] = treeChildren(workspace.lookup, top!.key, TODAY);
    assert.deepEqual([top?.source.uri, below?.source.uri], [uri(MAIN), uri(PART)]);
    assert.equal(workspace.textAt(PART, below!.source.selectionRange), 'G2');
  });

  it('the tree finds the way to a place in a module', () => {
    const way = treePath(...at(PART, 2), TODAY);
    assert.deepEqual(
      way.map(({ kind }) => kind),
      ['case', 'claim', 'claim', 'evidence'],
    );
    const children = treeChildren(workspace.lookup, way[1]!.key, TODAY);
    assert.ok(children.some(({ key }) => key === way[2]!.key));
  });

  it('the server hears of all files that the argument lies in', () => {
    assert.deepEqual(interestOf(workspace.lookup.snapshot).claimFiles, [uri(MAIN), uri(PART)]);
  });
});
