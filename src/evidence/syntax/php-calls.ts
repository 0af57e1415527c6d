import type { Node } from 'web-tree-sitter';
import type { Declaration } from './outline.ts';

const SUITES = new Set(['describe']);
const TESTS = new Set(['it', 'test', 'todo', 'arch']);
const FUNCTIONS = new Set(['anonymous_function', 'arrow_function']);

/** What a call such as `it('rejects old versions', function () { … })` of Pest declares, named by its title; undefined for all other calls. */
export function declarePest(call: Node, callee: string): Declaration | undefined {
  const isSuite = SUITES.has(callee);
  if (!isSuite && !TESTS.has(callee)) return undefined;
  const args = call.childForFieldName('arguments')?.namedChildren ?? [];
  const values = args.flatMap((argument) => argument.namedChildren);
  const code = values.find(({ type }) => FUNCTIONS.has(type));
  const name = code && values[0] && titleOf(values[0]);
  if (name === undefined) return undefined;
  return {
    name,
    kind: isSuite ? 'suite' : 'test',
    nameNode: values[0],
    body: code?.childForFieldName('body'),
  };
}

/** What a string says that is written down; undefined for one that is put together when it runs. */
export function titleOf({ type, text, namedChildren }: Node): string | undefined {
  const isText = type === 'string' || type === 'encapsed_string';
  const plain = namedChildren.every(
    (child) => child.type === 'string_content' || child.type === 'escape_sequence',
  );
  return isText && plain
    ? text
        .replace(/^b/i, '')
        .slice(1, -1)
        .replace(/\\(['"\\])/g, '$1')
    : undefined;
}
