import type { Node } from 'web-tree-sitter';
import type { Declaration, Declare, OutlineRules, Place, SymbolKind } from './outline.ts';
import { declareRubyCall } from './ruby-calls.ts';

/**
 * Ruby: modules, classes and methods, whether of the class or of its objects; constants; attributes; suites and tests by their titles, tasks
 * by their names.
 */
export const RUBY_OUTLINE: OutlineRules = {
  declarations: new Map<string, Declare>([
    ['module', (node) => declareScope(node, 'namespace')],
    ['class', (node) => declareScope(node, 'class')],
    ['method', declareMethod],
    ['singleton_method', declareSingleton],
    ['assignment', declareConstants],
    ['operator_assignment', declareConstants],
    ['alias', (node) => named(node.childForFieldName('name'), 'method')],
    ['call', declareRubyCall],
  ]),
  wrappers: new Set(),
  lists: new Set(),
  functions: new Set(['method', 'singleton_method', 'lambda']),
  notInFunctions: new Set(['assignment', 'call', 'operator_assignment']),
  overloads: 'one',
};

/** `A::B` stands in `A`. */
function declareScope(node: Node, kind: SymbolKind): Declaration | undefined {
  const nameNode = node.childForFieldName('name');
  const names = (nameNode?.text ?? '').split('::').filter((name) => name !== '');
  const name = names.pop();
  return name === undefined ? undefined : { name, kind, nameNode, of: names };
}

function declareMethod(node: Node, { within }: Place): Declaration | undefined {
  const isMember = within === 'class' || within === 'namespace';
  return named(node.childForFieldName('name'), isMember ? 'method' : 'function');
}

/** `def self.create`, and `def Type.create` outside of the type. */
function declareSingleton(node: Node, { within }: Place): Declaration | undefined {
  const object = node.childForFieldName('object');
  const declaration = named(node.childForFieldName('name'), 'method');
  const outside = within === undefined && object?.type === 'constant';
  return declaration && outside ? { ...declaration, of: [object.text] } : declaration;
}

function declareConstants(node: Node, { inFunction }: Place): readonly Declaration[] {
  const left = node.childForFieldName('left');
  if (inFunction || !left) return [];
  const names = left.type === 'left_assignment_list' ? left.namedChildren : [left];
  const kind = isClass(node.childForFieldName('right')) ? 'class' : 'variable';
  return names
    .filter(({ type }) => type === 'constant')
    .map((nameNode) => ({ name: nameNode.text, kind, nameNode }));
}

/** `Struct.new(:a) do … end`, `Class.new(Base)`, `Data.define(:a)`. */
function isClass(value: Node | null): boolean {
  if (value?.type !== 'call') return false;
  const receiver = value.childForFieldName('receiver')?.text ?? '';
  const method = value.childForFieldName('method')?.text ?? '';
  return /^(?:::)?(?:(?:Struct|Class|Module)\.new|Data\.define)$/.test(`${receiver}.${method}`);
}

function named(nameNode: Node | null, kind: SymbolKind): Declaration | undefined {
  return nameNode ? { name: nameNode.text, kind, nameNode } : undefined;
}
