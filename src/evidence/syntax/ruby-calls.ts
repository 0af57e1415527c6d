import type { Node } from 'web-tree-sitter';
import type { Declaration, Place, SymbolKind } from './outline.ts';

const ATTRIBUTES = new Set(['attr_reader', 'attr_writer', 'attr_accessor']);

/** Calls that define a method named by their first argument. */
const DEFINERS = new Set(['define_method', 'define_singleton_method', 'alias_method']);

/** Calls with a block that stands for something with a title: of RSpec, Minitest, Rails' tests and Rake. */
const TITLED: ReadonlyMap<string, SymbolKind> = new Map([
  ['describe', 'suite'],
  ['context', 'suite'],
  ['feature', 'suite'],
  ['shared_examples', 'suite'],
  ['shared_examples_for', 'suite'],
  ['shared_context', 'suite'],
  ['xdescribe', 'suite'],
  ['fdescribe', 'suite'],
  ['xcontext', 'suite'],
  ['fcontext', 'suite'],
  ['it', 'test'],
  ['specify', 'test'],
  ['example', 'test'],
  ['scenario', 'test'],
  ['test', 'test'],
  ['should', 'test'],
  ['xit', 'test'],
  ['fit', 'test'],
  ['task', 'function'],
  ['namespace', 'namespace'],
]);

/** No attribute is one of more in one line, and no title has more parts; lists made by programs are longer. */
const MAX_ARGUMENTS = 200;

/** What a call declares: attributes, a method, a suite, a test or a task. */
export function declareRubyCall(
  node: Node,
  { inFunction, within }: Place,
): Declaration | readonly Declaration[] | undefined {
  const method = node.childForFieldName('method')?.text ?? '';
  const isAttribute = ATTRIBUTES.has(method);
  const titled = TITLED.get(method);
  if (inFunction || !(isAttribute || titled || DEFINERS.has(method))) return undefined;
  const args = (node.childForFieldName('arguments')?.namedChildren ?? []).slice(0, MAX_ARGUMENTS);
  const isClass = within === 'class' || within === 'namespace';
  if (isAttribute) return isClass ? args.flatMap(declareAttribute) : undefined;
  const body = node.childForFieldName('block');
  const declaration = titled
    ? body && declareTitled(args, titled)
    : args[0] && declareName(args[0], 'method');
  return declaration ? { ...declaration, body } : undefined;
}

/** A method that is written out goes before it. */
function declareAttribute(node: Node): readonly Declaration[] {
  const declaration = declareName(node, 'property');
  return declaration ? [{ ...declaration, weak: true }] : [];
}

function declareName(node: Node, kind: SymbolKind): Declaration | undefined {
  const name = textOf(node);
  return name === undefined ? undefined : { name, kind, nameNode: node };
}

/** `describe A::B, '#run'` is `A.B #run`; of `task name: [:other]` the name is the first key. */
function declareTitled(args: readonly Node[], kind: SymbolKind): Declaration | undefined {
  const [first, second] = args;
  if (!first) return undefined;
  if (first.type === 'constant' || first.type === 'scope_resolution') {
    const names = first.text.split('::').filter((name) => name !== '');
    const suffix = second?.type === 'string' ? textOf(second) : undefined;
    const name = [names.pop(), suffix].filter((part) => part !== undefined).join(' ');
    return { name, kind, nameNode: first, of: names };
  }
  const key = first.type === 'pair' ? first.childForFieldName('key') : null;
  return declareName(key ?? first, kind);
}

/** The text of a symbol or of a string that is written down; undefined for one that is put together when the program runs. */
function textOf(node: Node): string | undefined {
  if (node.type === 'simple_symbol') return node.text.slice(1);
  if (node.type === 'hash_key_symbol') return node.text;
  const isText = node.type === 'string' && !node.namedChildren.some(({ type }) => type === 'interpolation');
  if (!isText) return undefined;
  return /^["']/.test(node.text) ? node.text.slice(1, -1).replace(/\\(["'\\])/g, '$1') : undefined;
}
