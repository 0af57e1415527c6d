import type { Node } from 'web-tree-sitter';
import type { Declaration, Declare, OutlineRules, Place, SymbolKind } from './outline.ts';

/**
 * C#: namespaces, types, their methods, constructors (named like the class), properties, indexers (`this`), operators, events, fields and
 * enum members; parameters of a type; local functions.
 */
export const CSHARP_OUTLINE: OutlineRules = {
  declarations: new Map<string, Declare>([
    ['namespace_declaration', declareNamespace],
    ['file_scoped_namespace_declaration', declareFileNamespace],
    ['class_declaration', byName('class')],
    ['struct_declaration', byName('class')],
    ['record_declaration', byName('class')],
    ['interface_declaration', byName('interface')],
    ['enum_declaration', byName('enum')],
    ['enum_member_declaration', byName('property')],
    ['delegate_declaration', byName('type')],
    ['constructor_declaration', byName('constructor')],
    ['destructor_declaration', declareDestructor],
    ['method_declaration', declareMethod],
    ['property_declaration', ofInterface(byName('property'))],
    ['event_declaration', ofInterface(byName('property'))],
    ['indexer_declaration', ofInterface(() => ({ name: 'this', kind: 'property' }))],
    ['operator_declaration', declareOperator],
    ['conversion_operator_declaration', declareConversion],
    ['field_declaration', declareFields],
    ['event_field_declaration', declareFields],
    ['local_function_statement', byName('function')],
    ['parameter', declareParameter],
  ]),
  wrappers: new Set(['global_statement']),
  lists: new Set(),
  functions: new Set([
    'accessor_declaration',
    'anonymous_method_expression',
    'constructor_declaration',
    'conversion_operator_declaration',
    'destructor_declaration',
    'lambda_expression',
    'local_function_statement',
    'method_declaration',
    'operator_declaration',
  ]),
  notInFunctions: new Set(['event_field_declaration', 'field_declaration', 'parameter']),
  overloads: 'apart',
};

/** Of xUnit, NUnit and MSTest. */
const TESTS =
  /^(?:\w+\.)*(?:Fact|Theory|Test|TestCase|TestCaseSource|TestMethod|DataTestMethod|Property)(?:Attribute)?$/;

function byName(kind: SymbolKind): (node: Node) => Declaration | undefined {
  return (node) => {
    const nameNode = node.childForFieldName('name');
    return nameNode ? { name: nameNode.text, kind, nameNode } : undefined;
  };
}

/** `namespace A.B` stands for two, one inside the other. */
function declareNamespace(node: Node): Declaration | undefined {
  const nameNode = node.childForFieldName('name');
  const names = nameNode?.text.split(/\s*\.\s*/) ?? [];
  const name = names.pop();
  return name === undefined ? undefined : { name, of: names, kind: 'namespace', nameNode };
}

/** `namespace A.B;` holds the rest of the file. */
function declareFileNamespace(node: Node): Declaration | undefined {
  const declaration = declareNamespace(node);
  return declaration && { ...declaration, rest: true };
}

function declareDestructor(node: Node): Declaration | undefined {
  const declaration = byName('method')(node);
  return declaration && { ...declaration, name: `~${declaration.name}` };
}

function declareMethod(node: Node): Declaration | undefined {
  const attributes = node.namedChildren.filter(({ type }) => type === 'attribute_list');
  const isTest = attributes
    .flatMap((list) => list.namedChildren)
    .some((one) => TESTS.test(one.childForFieldName('name')?.text ?? ''));
  return ofInterface(byName(isTest ? 'test' : 'method'))(node);
}

/** `void IThing.Go()` is `IThing.Go` of its class, since there may be another `Go`. */
function ofInterface(declare: (node: Node) => Declaration | undefined): typeof declare {
  return (node) => {
    const declaration = declare(node);
    const specifier = node.namedChildren.find(({ type }) => type === 'explicit_interface_specifier');
    const name = /(\w+)\s*(?:<.*>)?\s*\.?\s*$/s.exec(specifier?.text.slice(0, MAX_SPECIFIER) ?? '')?.[1];
    return declaration && name !== undefined ? { ...declaration, of: [name] } : declaration;
  };
}

/** In characters. */
const MAX_SPECIFIER = 200;

function declareOperator(node: Node): Declaration {
  const operator = node.childForFieldName('operator');
  return { name: `operator ${operator?.text ?? ''}`, kind: 'method', nameNode: operator };
}

function declareConversion(node: Node): Declaration {
  const type = node.childForFieldName('type');
  return { name: `operator ${type?.text ?? ''}`, kind: 'method', nameNode: type };
}

/** `int a, b;` declares two. */
function declareFields(node: Node, { inFunction }: Place): readonly Declaration[] {
  if (inFunction) return [];
  const names = node.namedChildren.find(({ type }) => type === 'variable_declaration')?.namedChildren ?? [];
  return names.flatMap((declarator) => {
    const nameNode = declarator.type === 'variable_declarator' ? declarator.childForFieldName('name') : null;
    return nameNode ? [{ name: nameNode.text, kind: 'property', nameNode }] : [];
  });
}

/** Of a record or of the constructor in the head of a class: it can be used like a property everywhere in it. */
function declareParameter(node: Node, { parentType, within, inFunction }: Place): Declaration | undefined {
  const ofType = parentType === 'parameter_list' && within === 'class' && !inFunction;
  return ofType ? byName('property')(node) : undefined;
}
