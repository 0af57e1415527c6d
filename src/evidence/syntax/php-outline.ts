import type { Node } from 'web-tree-sitter';
import type { Declaration, Declare, OutlineRules, Place, SymbolKind } from './outline.ts';
import { declarePest, titleOf } from './php-calls.ts';

/**
 * PHP: types and their members, functions, constants, also those of `define`; tests of Pest by their titles. Namespaces are no part of a path.
 */
export const PHP_OUTLINE: OutlineRules = {
  declarations: new Map<string, Declare>([
    ['class_declaration', byName('class')],
    ['trait_declaration', byName('class')],
    ['interface_declaration', byName('interface')],
    ['enum_declaration', byName('enum')],
    ['enum_case', byName('property')],
    ['function_definition', byName('function')],
    ['method_declaration', declareMethod],
    ['const_declaration', declareConstants],
    ['property_declaration', declareProperties],
    ['function_call_expression', declareCall],
  ]),
  // Behind a test of Pest may follow settings: `it(…)->skip()`.
  wrappers: new Set(['expression_statement', 'member_call_expression']),
  lists: new Set(),
  functions: new Set(['anonymous_function', 'arrow_function', 'function_definition', 'method_declaration']),
  startsRight: (type, text, start) =>
    type !== 'function_call_expression' || CALL.test(text.slice(start, start + 10)),
  overloads: 'one',
};

/** How calls start that declare something. */
const CALL = /^(?:\W|define|describe|it|test|todo|arch)/i;

const TEST_ATTRIBUTE = /^(?:\w*\\)*Test$/;

function byName(kind: SymbolKind): (node: Node) => Declaration | undefined {
  return (node) => named(node.childForFieldName('name'), kind);
}

/** PHPUnit runs methods whose name begins with `test`, and those marked as tests. */
function declareMethod(node: Node): Declaration | undefined {
  const declaration = byName('method')(node);
  if (declaration?.name.toLowerCase() === '__construct') return { ...declaration, kind: 'constructor' };
  const isTest = /^test/i.test(declaration?.name ?? '') || hasTestAttribute(node);
  return declaration && isTest ? { ...declaration, kind: 'test' } : declaration;
}

function hasTestAttribute(node: Node): boolean {
  const groups = node.childForFieldName('attributes')?.namedChildren ?? [];
  const attributes = groups.flatMap((group) => group.namedChildren);
  return attributes.some((one) => TEST_ATTRIBUTE.test(one.namedChild(0)?.text ?? ''));
}

/** `const A = 1, B = 2;` declares two. */
function declareConstants(node: Node, { within, inFunction }: Place): readonly Declaration[] {
  if (inFunction && within === undefined) return [];
  const elements = node.namedChildren.filter(({ type }) => type === 'const_element');
  const kind = within === undefined ? 'variable' : 'property';
  return elements.flatMap((element) => named(element.namedChild(0), kind) ?? []);
}

function declareProperties(node: Node): readonly Declaration[] {
  const elements = node.namedChildren.filter(({ type }) => type === 'property_element');
  return elements.flatMap((element) => {
    const declaration = named(element.childForFieldName('name'), 'property');
    return declaration ? [{ ...declaration, name: declaration.name.replace(/^\$/, '') }] : [];
  });
}

function declareCall(node: Node, { inFunction }: Place): Declaration | undefined {
  const callee = node.childForFieldName('function');
  if (callee?.type !== 'name') return undefined;
  if (callee.text.toLowerCase() !== 'define') return declarePest(node, callee.text);
  const nameNode = node.childForFieldName('arguments')?.namedChild(0)?.namedChild(0);
  const name = nameNode ? titleOf(nameNode) : undefined;
  return name === undefined || inFunction ? undefined : { name, kind: 'variable', nameNode };
}

function named(nameNode: Node | null, kind: SymbolKind): Declaration | undefined {
  return nameNode ? { name: nameNode.text, kind, nameNode } : undefined;
}
