import type { Node } from 'web-tree-sitter';
import type { Declaration, Declare, OutlineRules, Place, SymbolKind } from './outline.ts';

/**
 * Rust: functions wherever they are, types with their fields and variants, traits, modules, constants outside of functions, macros; what
 * `impl` blocks hold as members of the type, whichever trait it is for.
 */
export const RUST_OUTLINE: OutlineRules = {
  declarations: new Map<string, Declare>([
    ['function_item', declareFunction],
    ['function_signature_item', declareFunction],
    ['struct_item', byName('class')],
    ['union_item', byName('class')],
    ['enum_item', byName('enum')],
    ['enum_variant', byName('property')],
    ['field_declaration', (node) => weak(named(node, 'property'))],
    ['trait_item', byName('interface')],
    ['impl_item', declareImplementation],
    ['mod_item', (node) => (node.childForFieldName('body') ? named(node, 'namespace') : undefined)],
    ['const_item', declareConstant],
    ['static_item', declareConstant],
    ['type_item', byName('type')],
    ['associated_type', byName('type')],
    ['macro_definition', byName('function')],
  ]),
  wrappers: new Set(),
  lists: new Set(),
  functions: new Set(['function_item', 'closure_expression']),
  decorators: new Set(['attribute_item']),
  notInFunctions: new Set(['const_item', 'static_item']),
  overloads: 'one',
};

/** `#[test]`, `#[tokio::test]`, `#[rstest]`, `#[test_case(…)]`. */
const TEST_ATTRIBUTE = /#\s*\[\s*(?:\w+\s*::\s*)*(?:test|rstest|test_case|wasm_bindgen_test)\s*[\](]/;

function byName(kind: SymbolKind): Declare {
  return (node) => named(node, kind);
}

function declareFunction(node: Node, { within, decorators }: Place): Declaration | undefined {
  if (TEST_ATTRIBUTE.test(decorators)) return named(node, 'test');
  const isMethod = within === 'class' || within === 'interface';
  return named(node, isMethod ? 'method' : 'function');
}

function declareConstant(node: Node, { inFunction, within }: Place): Declaration | undefined {
  const isMember = within === 'class' || within === 'interface';
  const declaration = inFunction ? undefined : named(node, isMember ? 'property' : 'variable');
  return declaration?.name === '_' ? undefined : declaration;
}

/** An `impl` gives its type's name to what stands in it; the type itself is declared elsewhere. */
function declareImplementation(node: Node): Declaration | undefined {
  const name = typeName(node.childForFieldName('type'));
  return name === undefined ? undefined : { name, kind: 'class', transparent: true };
}

/** No type of an `impl` is written with more layers than this: references, `dyn`, a path, type arguments. */
const MAX_LAYERS = 8;

/** The last name of the type in `&'a path::Type<T>`, `[T]` or `dyn Trait`; undefined for a tuple or a function. */
function typeName(type: Node | null): string | undefined {
  let node = type;
  for (let i = 0; node && i < MAX_LAYERS; i++) {
    if (node.type === 'type_identifier' || node.type === 'primitive_type') return node.text;
    if (node.type === 'scoped_type_identifier') node = node.childForFieldName('name');
    else {
      const inner = node.childForFieldName('type') ?? node.childForFieldName('trait');
      node = inner ?? node.childForFieldName('element');
    }
  }
  return undefined;
}

/** A method of the same name goes before a field. */
function weak(declaration: Declaration | undefined): Declaration | undefined {
  return declaration && { ...declaration, weak: true };
}

function named(node: Node, kind: SymbolKind): Declaration | undefined {
  const nameNode = node.childForFieldName('name');
  return nameNode ? { name: nameNode.text, kind, nameNode } : undefined;
}
