import type { Node } from 'web-tree-sitter';

/** What a declarator of C or C++ declares: `*Type<T>::name(int)` is the function `name` of `Type`. */
export interface DeclaredName {
  readonly name: string;
  /** What stands in front of the name: namespaces and classes, from the outside. */
  readonly of: readonly string[];
  readonly nameNode: Node;
  readonly isFunction: boolean;
}

/** Declarators and qualified names that people write are not nested deeper. */
const MAX_LAYERS = 16;

const NAMES = new Set(['identifier', 'field_identifier', 'type_identifier', 'namespace_identifier']);

/** Reads a declarator; undefined where it declares no single name. */
export function readDeclarator(declarator: Node | null): DeclaredName | undefined {
  let node = declarator;
  let isFunction = false;
  for (let i = 0; node && i < MAX_LAYERS; i++) {
    if (node.type === 'operator_cast') return read(node, true);
    const inner: Node | null = node.childForFieldName('declarator');
    if (node.type === 'function_declarator') isFunction = inner?.type !== 'parenthesized_declarator';
    else if (!isLayer(node.type)) return read(node, isFunction);
    node =
      inner ?? node.namedChildren.find(({ type }) => isLayer(type) || type.endsWith('identifier')) ?? null;
  }
  return undefined;
}

function isLayer(type: string): boolean {
  return type.endsWith('_declarator');
}

function read(node: Node, isFunction: boolean): DeclaredName | undefined {
  const parts = namesOf(node);
  const name = parts?.pop();
  return parts && name !== undefined ? { name, of: parts, nameNode: node, isFunction } : undefined;
}

/** The parts of `a::B<T>::c`, without template arguments; undefined for what is no name. */
export function namesOf(name: Node | null): string[] | undefined {
  const names: string[] = [];
  let node = name;
  for (let i = 0; node && i < MAX_LAYERS; i++) {
    if (node.type !== 'qualified_identifier') {
      const last = simpleName(node);
      return last === undefined ? undefined : [...names, last];
    }
    const scope = node.childForFieldName('scope');
    const part = scope && simpleName(scope);
    if (part) names.push(part);
    node = node.childForFieldName('name');
  }
  return undefined;
}

function simpleName(node: Node): string | undefined {
  if (NAMES.has(node.type)) return node.text;
  switch (node.type) {
    case 'destructor_name':
      return node.text.replace(/\s+/g, '');
    case 'operator_name':
      return node.text.replace(/\s+(?!\w)/g, '').replace(/\s+/g, ' ');
    case 'operator_cast':
      return `operator ${node.childForFieldName('type')?.text ?? ''}`;
    case 'template_type':
    case 'template_function':
    case 'template_method':
    case 'dependent_name':
      return node.childForFieldName('name')?.text ?? node.namedChild(0)?.childForFieldName('name')?.text;
    default:
      return undefined;
  }
}
