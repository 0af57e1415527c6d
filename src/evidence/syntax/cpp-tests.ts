import type { Node } from 'web-tree-sitter';
import type { Declaration, Place } from './outline.ts';

/** Macros of GoogleTest and Boost.Test that define a test by names, read as a function that returns nothing. */
const TEST_FUNCTIONS = new Set([
  'TEST',
  'TEST_F',
  'TEST_P',
  'TYPED_TEST',
  'TYPED_TEST_P',
  'BOOST_AUTO_TEST_CASE',
  'BOOST_FIXTURE_TEST_CASE',
]);

/** Macros of Catch2 and doctest that open a block with a title. */
const TEST_BLOCKS = new Set([
  'TEST_CASE',
  'TEST_CASE_METHOD',
  'TEST_CASE_FIXTURE',
  'TEMPLATE_TEST_CASE',
  'TEST_CASE_TEMPLATE',
  'TEST_SUITE',
  'SCENARIO',
  'SECTION',
  'SUBCASE',
  'GIVEN',
  'WHEN',
  'AND_WHEN',
  'THEN',
  'AND_THEN',
]);

const TITLED = /^([A-Z_]+)\s*\(\s*(?:\w+\s*,\s*)?"((?:[^"\\\n]|\\.)*)"\s*[,)]/;

/** Whether a statement is a macro that gives the block behind it a title. */
export function opensTestBlock(statement: string): boolean {
  return !statement.endsWith(';') && TEST_BLOCKS.has(TITLED.exec(statement)?.[1] ?? '');
}

const MACRO = /[A-Z_]+/y;

/** Whether a statement that starts at an offset of a text may be such a macro. */
export function startsTestBlock(text: string, start: number): boolean {
  MACRO.lastIndex = start;
  return TEST_BLOCKS.has(MACRO.exec(text)?.[0] ?? '');
}

/** `TEST(Suite, Name) { … }` is `Suite.Name`. */
export function declareTestFunction(declarator: Node | null): Declaration | undefined {
  const macro = declarator?.childForFieldName('declarator')?.text ?? '';
  if (!TEST_FUNCTIONS.has(macro)) return undefined;
  const names = declarator?.childForFieldName('parameters')?.namedChildren.slice(0, 2) ?? [];
  const [first, second] = names.map(({ text }) => text);
  if (first === undefined) return undefined;
  const isFixture = macro === 'BOOST_FIXTURE_TEST_CASE';
  return second === undefined || isFixture
    ? { name: first, kind: 'test', nameNode: names[0]! }
    : { name: second, kind: 'test', nameNode: names[1]!, of: [first] };
}

/** The block behind `TEST_CASE("title")`, which is read as a call that lacks its semicolon. */
export function declareTestBlock(node: Node, { decorators }: Place): Declaration | undefined {
  const [, macro, title] = TITLED.exec(decorators) ?? [];
  if (title === undefined) return undefined;
  const kind = macro === 'TEST_SUITE' ? 'suite' : 'test';
  return { name: title.replace(/\\(["\\])/g, '$1'), kind, body: node };
}
