import type { Node } from 'web-tree-sitter';
import type { Declaration, Declare, OutlineRules, Place, SymbolKind } from './outline.ts';

/**
 * Java: types wherever they are, their methods, constructors (named like the class), fields and constants; the components of a record. Packages
 * are no part of a path, since there is one to a file.
 */
export const JAVA_OUTLINE: OutlineRules = {
  declarations: new Map<string, Declare>([
    ['class_declaration', byName('class')],
    ['record_declaration', byName('class')],
    ['interface_declaration', byName('interface')],
    ['annotation_type_declaration', byName('interface')],
    ['enum_declaration', byName('enum')],
    ['enum_constant', byName('property')],
    ['constructor_declaration', byName('constructor')],
    ['compact_constructor_declaration', byName('constructor')],
    ['method_declaration', declareMethod],
    ['annotation_type_element_declaration', byName('method')],
    ['field_declaration', declareFields],
    ['constant_declaration', declareFields],
    ['formal_parameter', declareComponent],
  ]),
  wrappers: new Set(),
  lists: new Set(),
  functions: new Set([
    'block',
    'compact_constructor_declaration',
    'constructor_declaration',
    'lambda_expression',
    'method_declaration',
    'static_initializer',
  ]),
  notInFunctions: new Set(['constant_declaration', 'field_declaration', 'formal_parameter']),
  overloads: 'apart',
};

/** Of JUnit, TestNG, jqwik and Jazzer. */
const TESTS = new Set([
  'FuzzTest',
  'ParameterizedTest',
  'Property',
  'RepeatedTest',
  'Test',
  'TestFactory',
  'TestTemplate',
]);

function byName(kind: SymbolKind): Declare {
  return (node) => {
    const nameNode = node.childForFieldName('name');
    return nameNode ? { name: nameNode.text, kind, nameNode } : undefined;
  };
}

function declareMethod(node: Node, place: Place): ReturnType<Declare> {
  const modifiers = node.namedChildren.find(({ type }) => type === 'modifiers');
  const isTest = modifiers?.namedChildren.some((one) => TESTS.has(lastName(one)));
  return byName(isTest ? 'test' : 'method')(node, place);
}

/** The name of an annotation, without its package; the empty string for other modifiers. */
function lastName(modifier: Node): string {
  const name = modifier.childForFieldName('name')?.text ?? '';
  return name.slice(name.lastIndexOf('.') + 1);
}

/** `int a, b[];` declares two. */
function declareFields(node: Node, { inFunction }: Place): readonly Declaration[] {
  if (inFunction) return [];
  return node.childrenForFieldName('declarator').flatMap((declarator) => {
    const nameNode = declarator.childForFieldName('name');
    return nameNode ? [{ name: nameNode.text, kind: 'property', nameNode }] : [];
  });
}

/** Parameters that stand in a class and in no function are those of a record. */
function declareComponent(node: Node, place: Place): ReturnType<Declare> {
  const { parentType, within, inFunction } = place;
  const component = parentType === 'formal_parameters' && within === 'class' && !inFunction;
  return component ? byName('property')(node, place) : undefined;
}
