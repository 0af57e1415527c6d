import assert from 'node:assert/strict';
import { locate } from '../../../src/evidence/locate.ts';
import { createSyntax } from '../../../src/evidence/syntax.ts';
import { installedGrammars } from '../grammars.ts';
import { cosmetic, different, linear, outlineOf } from './edits.ts';

describe('the outline of Rust', () => {
  it('has functions, types, traits, modules, constants and macros', async () => {
    const text = `//! Keeps sessions.
use std::fmt;

/// A session.
#[derive(Debug, Clone)]
// Not public.
#[doc = "kept"]
pub struct Session<'a, T: Clone> {
    pub id: &'a str,
    owner: T,
}
struct Pair(u32, u32);
pub enum State {
    Open,
    #[default]
    Closed { at: u64 },
}
pub trait Store {
    const LIMIT: usize;
    type Key;
    fn load(&self) -> u8;
    fn save(&self) -> u8 {
        1
    }
}
pub const TIMEOUT: u64 = 3;
static mut COUNT: u8 = 0;
type Result<T> = std::result::Result<T, Error>;
union Raw { a: u8 }
mod elsewhere;
mod inner {
    pub(crate) async fn run() {
        const LOCAL: u8 = 1;
        fn nested() {}
    }
}
extern "C" { fn strlen(s: *const u8) -> usize; }
macro_rules! square {
    ($x:expr) => { $x * $x };
}
`;
    assert.deepEqual(await outlineOf('store.rs', text), [
      '5-11 class Session',
      '9-9 property Session.id',
      '10-10 property Session.owner',
      '12-12 class Pair',
      '13-17 enum State',
      '14-14 property State.Open',
      '15-16 property State.Closed',
      '16-16 property State.Closed.at',
      '18-25 interface Store',
      '19-19 property Store.LIMIT',
      '20-20 type Store.Key',
      '21-21 method Store.load',
      '22-24 method Store.save',
      '26-26 variable TIMEOUT',
      '27-27 variable COUNT',
      '28-28 type Result',
      '29-29 class Raw',
      '29-29 property Raw.a',
      '31-36 namespace inner',
      '32-35 function inner.run',
      '34-34 function inner.run.nested',
      '37-37 function strlen',
      '38-40 function square',
    ]);
  });

  it('has what impl blocks hold as members of their type', async () => {
    const text = `impl<'a, T> Session<'a, T> {
    pub const MAX: u8 = 3;
    #[inline]
    pub fn new() -> Self { Self }
    fn owner(&self) {}
}
impl<T> fmt::Display for crate::store::Session<'_, T> {
    fn fmt(&self) {}
}
impl<T> fmt::Debug for Session<'_, T> {
    fn fmt(&self) {}
}
impl Store for &mut [Key] {
    fn load(&self) {}
}
impl dyn Store {
    fn all() {}
}
impl Store for (u8, u8) {
    fn load(&self) {}
}
struct Session { owner: u8 }
`;
    assert.deepEqual(await outlineOf('store.rs', text), [
      '2-2 property Session.MAX',
      '3-4 method Session.new',
      '5-5 method Session.owner',
      '8-8 method Session.fmt',
      '11-11 method Session.fmt',
      '14-14 method Key.load',
      '17-17 method Store.all',
      '20-20 function load',
      '22-22 class Session',
    ]);
  });

  it('has tests by name, and variants for platforms as one', async () => {
    const text = `#[cfg(unix)]
fn home() {}
#[cfg(windows)]
fn home() {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[should_panic(expected = "a b")]
    fn rejects() {}

    #[tokio::test(flavor = "multi_thread")]
    async fn waits() {}

    fn helper() {}
}
`;
    assert.deepEqual(await outlineOf('a.rs', text), [
      '1-4 function home',
      '6-18 namespace tests',
      '10-12 test tests.rejects',
      '14-15 test tests.waits',
      '17-17 function tests.helper',
    ]);
  });
});

describe('the tokens of Rust', () => {
  cosmetic('a.rs', [
    ['indentation', 'fn f() { g(); }\n', 'fn f() {\n    g();\n}\n'],
    ['line ends', 'fn f() {\n}\n', 'fn f() {\r\n}\r\n'],
    ['comments', 'fn f() { g(); }\n', '// a\nfn f() { /* b /* c */ d */ g(); } // e\n'],
    ['doc comments', '/// Runs.\nfn f() {}\n', '/// Walks.\n/** Fast. */\nfn f() {}\n'],
    [
      'trailing commas',
      'fn f(a: u8, b: u8) { g(a, [1, 2]); }\n',
      'fn f(\n    a: u8,\n    b: u8,\n) {\n    g(a, [\n        1, 2,\n    ]);\n}\n',
    ],
    ['a trailing comma in a struct', 'struct S { a: u8 }\n', 'struct S {\n    a: u8,\n}\n'],
    ['a trailing comma behind bounds', 'fn f<T>() where T: A {}\n', 'fn f<T>()\nwhere\n    T: A,\n{\n}\n'],
    [
      'commas behind arms',
      'fn f() { match a { B => {}, C => d() } }\n',
      'fn f() {\n    match a {\n        B => {}\n        C => d(),\n    }\n}\n',
    ],
    [
      'braces around the value of an arm',
      'fn f() { match a { B => c(), D => e } }\n',
      'fn f() { match a { B => { c() } D => { e } } }\n',
    ],
    [
      'braces around the value of a closure',
      'fn f() { g(|x| x + 1); }\n',
      'fn f() { g(|x| {\n    x + 1\n}); }\n',
    ],
    ['a semicolon behind a return', 'fn f() { return a }\n', 'fn f() {\n    return a;\n}\n'],
    ['braces around an import', 'use a::b::c;\n', 'use a::b::{c};\n'],
    [
      'a bar in front of patterns',
      'fn f() { match a { B | C => d } }\n',
      'fn f() { match a { | B | C => d } }\n',
    ],
    ['doubled parentheses', 'fn f() -> u8 { (a + b) * c }\n', 'fn f() -> u8 { ((a + b)) * c }\n'],
    ['the default of extern', 'extern fn f() {}\n', 'extern "C" fn f() {}\n'],
  ]);

  different('a.rs', [
    ['an operator', 'fn f() { a + b }\n', 'fn f() { a - b }\n'],
    ['a semicolon at the end', 'fn f() { a }\n', 'fn f() { a; }\n'],
    ['white space in a string', 'const A: &str = "a b";\n', 'const A: &str = "a  b";\n'],
    ['white space at the ends of a string', 'const A: &str = "a";\n', 'const A: &str = "a ";\n'],
    ['white space in a raw string', 'const A: &str = r#"a "b"#;\n', 'const A: &str = r#"a  "b"#;\n'],
    ['the kind of a string', 'const A: &str = "\\n";\n', 'const A: &str = r"\\n";\n'],
    ['a string of bytes', 'const A: B = "a";\n', 'const A: B = b"a";\n'],
    ['a line in a string', 'const A: &str = "a\n  b";\n', 'const A: &str = "a\n b";\n'],
    ['a character', "const A: char = ' ';\n", "const A: char = '\\t';\n"],
    ['a lifetime', "fn f<'a, 'b>(x: &'a u8) {}\n", "fn f<'a, 'b>(x: &'b u8) {}\n"],
    ['a tuple of one', 'fn f() { g((a,)) }\n', 'fn f() { g((a)) }\n'],
    ['a tuple type of one', 'type A = (u8,);\n', 'type A = (u8);\n'],
    ['a comma in a macro', 'fn f() { m!(a,) }\n', 'fn f() { m!(a) }\n'],
    ['parentheses that group', 'fn f() { (a + b) * c }\n', 'fn f() { a + b * c }\n'],
    [
      'a block of statements',
      'fn f() { match a { B => { c(); } } }\n',
      'fn f() { match a { B => { c() } } }\n',
    ],
    ['a block that stands alone', 'fn f() { { a } }\n', 'fn f() { a }\n'],
    ['a labelled block', "fn f() { match a { B => 'x: { c } } }\n", 'fn f() { match a { B => { c } } }\n'],
    ['an import of the module itself', 'use a::{self};\n', 'use a::self_;\n'],
    [
      'a semicolon behind a block',
      'fn f() -> u8 { if a { b } else { c } }\n',
      'fn f() -> u8 { if a { b } else { c }; }\n',
    ],
    ['an attribute', '#[inline]\nfn f() {}\n', '#[inline(never)]\nfn f() {}\n'],
    ['a mutable binding', 'fn f() { let a = 1; }\n', 'fn f() { let mut a = 1; }\n'],
    ['a question mark', 'fn f() { a()?; }\n', 'fn f() { a(); }\n'],
    ['the order of imports', 'use a;\nuse b;\n', 'use b;\nuse a;\n'],
  ]);

  linear(
    'a.rs',
    '#[inline]\nfn f(a: u8) -> (u8, u8) {\n    // why\n    match a { 1 => { (a, 1) } _ => (a, 2) }\n}\n',
    [
      '((',
      'fn f() {',
      '|x| { ',
      '#[a]',
      '/* ',
      'r#"',
      '"',

      'use a::{',
      'impl A { ',
      'match a { b => { ',
      '# [ ',
    ],
  );
});

describe('a name with colons', () => {
  const files: [path: string, text: string, name: string][] = [
    ['a.rs', 'struct A;\nimpl A { fn f() {} }\n', 'A::f'],
    ['a.cc', 'int x;\nvoid a::A::f() {}\n', 'a::A::f()'],
    ['a.rb', 'module A\n  class B; def f; end; end\nend\n', '::A::B#f'],
  ];
  for (const [path, text, name] of files) {
    it(`finds what it is written for: ${path}#${name}`, async () => {
      const located = await locate(path, text, { kind: 'symbol', name }, createSyntax(installedGrammars()));
      assert.deepEqual(located, { kind: 'lines', startLine: 2, endLine: 2 });
    });
  }
});
