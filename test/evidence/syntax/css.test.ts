import assert from 'node:assert/strict';
import { cosmetic, different, linear, outlineOf } from './edits.ts';

const PATH = 'media/login.css';

describe('the outline of CSS', () => {
  it('has rule sets by their selectors, at-rules and custom properties', async () => {
    const found = await outlineOf(
      PATH,
      `@import url("x.css");
/* Colours. */
:root {
  --main-color: #fff;
  color: red;
}

.login-form,
.a  .b>c::before ,
a.b:not( .x ) {
  color: var(--main-color);
}

@media (min-width:600px) and (max-width: 900px) {
  .login-form { color: red; }
  .login-form { color: blue; }
}

@keyframes spin {
  from { top: 0; }
}

@font-face { font-family: "X"; }

input[type='text'] { a: b; }

.outer {
  & .inner { a: b; }
  &:hover { a: b; }
}
`,
    );
    assert.deepEqual(found, [
      '3-6 class :root',
      '4-4 property :root.--main-color',
      '8-12 class .login-form',
      '8-12 class .a .b > c::before',
      '8-12 class a.b:not(.x)',
      '14-17 namespace @media (min-width: 600px) and (max-width: 900px)',
      '15-16 class @media (min-width: 600px) and (max-width: 900px)..login-form',
      '19-21 namespace @keyframes spin',
      '23-23 namespace @font-face',
      '25-25 class input[type=text]',
      '27-30 class .outer',
      '28-28 class .outer.& .inner',
      '29-29 class .outer.&:hover',
    ]);
  });
});

describe('the meaning of CSS', () => {
  const sheet = '.a .b > c {\n  color: red;\n  margin: 0 -1px;\n}\n\n@media print {\n  .d { top: 0; }\n}\n';

  cosmetic(PATH, [
    ['white space', sheet, sheet.replace(/\n+ */g, '').replace(' > ', '>').replace(': red', ':red')],
    ['line ends', sheet, sheet.replaceAll('\n', '\r\n')],
    ['comments', sheet, sheet.replace('color', '/* why */ color').replace('0 -1px', '0 /* x */ -1px')],
    ['a semicolon behind the last declaration', 'a { b: c }', 'a { b: c; }'],
    ['quotes', "a[b='c'] { d: 'e\"f' }", 'a[b="c"] { d: "e\\"f" }'],
    ['quotes around a word', 'a[b=c] { d: e }', 'a[b="c"] { d: e }'],
    ['selectors on lines', 'a,b{c:d}', 'a,\nb {\n  c: d;\n}'],
    ['zeros', 'a { b: .50px 1.0em +.5 }', 'a { b: 0.5px 1em +0.5 }'],
    ['the letter case of colours and units', 'a { b: #FFF 1PX }', 'a { b: #fff 1px }'],
    ['white space in brackets', 'a { b: f( 1,2 ) }', 'a { b: f(1, 2) }'],
    ['white space in front of !important', 'a { b: c!important }', 'a { b: c  !important }'],
  ]);

  different(PATH, [
    ['a value', sheet, sheet.replace('red', 'blue')],
    ['a selector', sheet, sheet.replace('.a', '.x')],
    ['a descendant', '.a .b { c: d }', '.a.b { c: d }'],
    ['a descendant of a kind', '.a :hover { c: d }', '.a:hover { c: d }'],
    ['a comment between two names', '.a/**/.b { c: d }', '.a .b { c: d }'],
    ['two values made one', 'a { b: 1px -2px }', 'a { b: 1px-2px }'],
    ['white space around an operator', 'a { b: calc(1px + 2px) }', 'a { b: calc(1px +2px) }'],
    [
      'white space in front of brackets',
      '@media screen { a { b: f (1) } }',
      '@media screen { a { b: f(1) } }',
    ],
    ['white space in a string', 'a { b: "c d" }', 'a { b: "c  d" }'],
    ['a number in a string', 'a { b: ".50" }', 'a { b: "0.5" }'],
    ['the letter case of a custom property', 'a { --b: #FFF }', 'a { --b: #fff }'],
    ['!important', 'a { b: c }', 'a { b: c !important }'],
    ['what is imported', '@import "a";', '@import "b";'],
    [
      'where a query ends',
      '@media print { a { b: c } } d { e: f }',
      '@media print { a { b: c } d { e: f } }',
    ],
    ['zeros that count', 'a { b: 10px }', 'a { b: 1px }'],
    ['part of a name that looks like a number', 'a { b: c-1.0 }', 'a { b: c-1 }'],
  ]);
});

describe('reading CSS', () => {
  linear(PATH, '.a .b > c { d: e f(1px, "g"); }\n', [
    '@media a { ',
    'a { ',
    'a:not(',
    'a { b: f(',
    'a { b: "\\"',
    'a { b: url(',
    'a { b: c /*',
    'a,',
  ]);
});
