import assert from 'node:assert/strict';
import { convertDocument } from '../../src/service/convert.ts';
import { type TestWorkspace, makeWorkspace } from '../support/workspace.ts';

describe('converting a document', () => {
  let workspace: TestWorkspace;

  before(async () => {
    workspace = await makeWorkspace({
      'one.case.yaml': 'case: One\nid: one\nclaims:\n  C1: {text: It holds., satisfies: X-1:A}\n',
      'two.case.yaml': 'id: a\nclaims: {C1: A holds.}\n---\nid: b\nclaims: {C1: B holds.}\n',
      'none.case.yaml': '',
      'broken.case.yaml':
        'id: x\nclaims:\n  C1:\n    text: It holds.\n    context: {CT1: Here.}\n    claims: {C2: {text: Later., undeveloped: true}}\n    evidence: [src/none.py]\n',
    });
  });
  after(() => workspace.repository.remove());

  const converted = (name: string, to: 'yaml' | 'mermaid') =>
    convertDocument(workspace.lookup, workspace.file(name), to);

  it('gives the text, a name and a language for it, and what is lost', () => {
    const { text, ...rest } = converted('one.case.yaml', 'mermaid')!;
    assert.match(text, /^flowchart/);
    assert.deepEqual(rest, {
      name: 'one.mmd',
      language: 'mermaid',
      losses: ['C1: that it satisfies X-1:A'],
    });
  });

  it('keeps the cases of a file together, under its name', () => {
    const { text, name } = converted('two.case.yaml', 'yaml')!;
    assert.deepEqual(text.match(/^id: .$/gm), ['id: a', 'id: b']);
    assert.equal(name, 'two.case.yaml');
  });

  it('says in a picture how each box stands, unless there is nothing to judge', () => {
    const { text } = converted('broken.case.yaml', 'mermaid')!;
    assert.match(text, /It holds\.<br><i>broken<\/i>"/);
    assert.match(text, /src\/none\.py<br><i>broken<\/i>"/);
    assert.match(text, /Here\."\)/);
    assert.match(text, /Later\.<br><i>undeveloped<\/i>"/);
    const [, names = ''] = /^ {2}class (\S+) broken$/m.exec(text)!;
    assert.equal(names.split(',').length, 2);
    assert.match(text, /^ {2}classDef broken stroke:/m);
    assert.doesNotMatch(converted('broken.case.yaml', 'yaml')!.text, /broken/);
  });

  it('gives nothing for a file without a case', () =>
    assert.equal(converted('none.case.yaml', 'yaml'), null));
});
