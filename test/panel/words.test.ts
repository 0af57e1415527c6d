import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from '../../scripts/paths.ts';
import { say, sayIn } from '../../src/l10n/say.ts';
import type { DiagramNode } from '../../src/model/diagram.ts';
import { KIND_LABELS, NODE_KINDS } from '../../src/model/kinds.ts';
import { NODE_STATES } from '../../src/model/state.ts';
import { drawDiagram } from '../../src/panel/draw/picture.ts';
import { toXml } from '../../src/panel/draw/element.ts';
import { graphOf } from '../../src/panel/graph/diagram-graph.ts';
import { sayNode, sayStanding } from '../../src/panel/graph/say-node.ts';
import { searchNodes } from '../../src/panel/graph/search.ts';
import { visibleDiagram } from '../../src/panel/graph/visible.ts';
import { layOut } from '../../src/panel/layout/layout.ts';
import { NOTATIONS } from '../../src/panel/layout/notation.ts';
import { createSession } from '../../src/panel/session.ts';
import { sayMarked, unmarked } from '../l10n/marking.ts';
import { ENGINE, MEASURE, boxOf, diagramWith } from './support/diagrams.ts';

const UI = join(ROOT, 'src', 'panel', 'ui');

/** Nothing of what is written here is an author's. */
const OURS: ReadonlySet<string> = new Set();

describe('the words of a diagram', () => {
  let everything: readonly DiagramNode[] = [];

  before(() => {
    sayMarked();
    everything = nodesOfAllKinds();
  });
  after(() => {
    sayIn({});
  });

  it('are all said in the person’s language where a screen reader says them', () => {
    for (const node of everything) assert.deepEqual(unmarked(sayNode(node), OURS), [], sayNode(node));
    assert.equal(sayStanding(boxOf('C1', { state: 'stale', words: '«stale»: 1' })), '«stale»: 1');
  });

  it('are all said so in the picture, in every notation', async () => {
    const visible = visibleDiagram(graphOf(diagramWith(everything, [])), { collapsed: new Set() });
    for (const notation of NOTATIONS) {
      const layout = await layOut(visible, notation, MEASURE, ENGINE);
      const picture = drawDiagram(layout, () => '0', false)
        .map(toXml)
        .join('');
      const texts = [...picture.matchAll(/>([^<>]+)<\/text>/g)].map(([, text]) => text!);
      assert.ok(texts.some((text) => text.includes('«stale»')));
      // A text that was cut has lost its second mark.
      for (const text of texts) assert.deepEqual(unmarked(text.replace(/«[^»]*…$/, ''), OURS), [], text);
    }
  });

  it('say what a state means behind its word, with one colon', () => {
    const table = /STATE_WORDS[^]*?\n};/.exec(readFileSync(join(ROOT, 'src/service/wording.ts'), 'utf8'))![0];
    const german = JSON.parse(readFileSync(join(ROOT, 'l10n/bundle.l10n.de.json'), 'utf8')) as Readonly<
      Record<string, string>
    >;
    const messages = [...table.matchAll(/message\('([^']+)'\)/g)].map(([, text]) => text!);
    assert.equal(messages.length, NODE_STATES.length);
    for (const text of messages) for (const said of [text, german[text]]) assert.match(said!, /^[^:]+$/);
  });

  it('are those that a search finds', () => {
    assert.equal(searchNodes(everything, '«stale»').length, NODE_KINDS.length);
    assert.equal(searchNodes(everything, '«rebuttal»').length, NODE_STATES.length);
  });

  it('are said of matches', () => {
    const session = createSession(
      { case: 'case', notation: 'gsn', outline: false },
      () => {},
      MEASURE,
      ENGINE,
    );
    session.take(diagramWith([boxOf('C1')], []));
    for (const query of ['C1', 'nowhere']) {
      session.search(query);
      assert.deepEqual(unmarked(session.matchesInWords(), OURS), []);
    }
  });

  it('are nowhere written into the page without being said', () => {
    for (const name of readdirSync(UI).filter((each) => each.endsWith('.ts')))
      assert.deepEqual(unsaid(name), [], name);
  });
});

/** What authors write has no letters here, so that all letters are Warrant's. */
function nodesOfAllKinds(): DiagramNode[] {
  return NODE_KINDS.flatMap((kind) =>
    NODE_STATES.map((state, index) =>
      boxOf(`${kind}${index}`, {
        kind,
        state,
        id: '1',
        text: '2',
        label: say(KIND_LABELS[kind]),
        words: '',
        counts: { evidence: 2, current: 1, defeaters: 1 + (index % 2), answered: 0 },
        mention: kind === 'evidence' && index % 2 === 1,
        undeveloped: index % 3 === 0,
        defeated: index % 3 === 1,
        ...(index % 4 === 0 && { away: '3' }),
      }),
    ),
  );
}

/** Names, of keys and of a notation. */
const NAMES = /^(?:Mermaid|Arrow(?:Up|Down|Left|Right)|Enter|Escape|Home|End|Tab)$/;

/** Literals that look like words for people, and are given to none of the functions that say something. */
function unsaid(name: string): string[] {
  const file = ts.createSourceFile(name, readFileSync(join(UI, name), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isCallExpression(node) && /^(?:say|sayCount|message)$/.test(node.expression.getText())) {
      node.arguments.filter((argument) => !ts.isStringLiteralLike(argument)).forEach(visit);
      return;
    }
    const text =
      ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)
        ? node.text
        : '';
    if (/^\p{Lu}\p{Ll}/u.test(text) && !NAMES.test(text)) found.push(text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
