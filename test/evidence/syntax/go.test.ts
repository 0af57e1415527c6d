import assert from 'node:assert/strict';
import { cosmetic, different, linear, outlineOf } from './edits.ts';

describe('the outline of Go', () => {
  it('takes the comments that the compiler reads to what they stand in front of', async () => {
    const text = `//go:build linux

package a

// Logo is shown.
//
//go:embed logo.svg
var Logo string

var (
	//go:embed a.txt
	A string
	B string
)

//go:generate mockgen .
//go:noinline
func f() {}

//go:generate mockgen .
func g() {}
`;
    assert.deepEqual(await outlineOf('a.go', text), [
      '7-8 variable Logo',
      '11-12 variable A',
      '13-13 variable B',
      '17-18 function f',
      '21-21 function g',
    ]);
  });

  it('has functions, methods by their type, types with their fields, constants and variables', async () => {
    const text = `// Package store keeps sessions.
package store

import "time"

const Timeout, Retries = 3 * time.Second, 4

const (
	stateOpen = iota
	stateClosed
)

var _ Reader = (*File)(nil)
var now = func() time.Time { return time.Now() }

// Session is kept.
type Session[K comparable] struct {
	ID, Owner string
	*sync.Mutex
	inner struct{ hits int }
}

type (
	Reader interface {
		Read(p []byte) (int, error)
		io.Closer
	}
	ID = string
)

func Open(path string) (*Session[int], error) {
	const local = 1
	type hidden struct{ a int }
	return nil, nil
}

func (s *Session[K]) Close() error {
	return nil
}

func (Session[K]) Len() int { return 0 }
func (i *Index) Len() int   { return 0 }
`;
    assert.deepEqual(await outlineOf('store.go', text), [
      '6-6 variable Timeout',
      '6-6 variable Retries',
      '9-9 variable stateOpen',
      '10-10 variable stateClosed',
      '14-14 function now',
      '17-21 class Session',
      '18-18 property Session.ID',
      '18-18 property Session.Owner',
      '19-19 property Session.Mutex',
      '20-20 property Session.inner',
      '20-20 property Session.inner.hits',
      '24-27 interface Reader',
      '25-25 method Reader.Read',
      '28-28 type ID',
      '31-35 function Open',
      '37-39 method Session.Close',
      '41-41 method Session.Len',
      '42-42 method Index.Len',
    ]);
  });

  it('has tests and their sub-tests by name', async () => {
    const text = `package store

func TestOpen(t *testing.T) {
	t.Run("missing file", func(t *testing.T) {
		t.Run(\`a \\d\`, func(t *testing.T) {})
	})
	t.Run("shared", testShared)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {})
	}
	cmd.Run("ls", args)
}

func BenchmarkOpen(b *testing.B) { b.Run("big", benchBig) }
func Testimony() {}
`;
    assert.deepEqual(await outlineOf('store_test.go', text), [
      '3-12 test TestOpen',
      '4-6 test TestOpen.missing file',
      '5-5 test TestOpen.missing file.a \\d',
      '7-7 test TestOpen.shared',
      '14-14 test BenchmarkOpen',
      '14-14 test BenchmarkOpen.big',
      '15-15 function Testimony',
    ]);
  });

  it('has what stands around code in disorder', async () => {
    const text = 'package a\n\nfunc before() {}\n\nfunc broken( {\n\nfunc after() {\n}\n';
    const found = await outlineOf('a.go', text);
    assert.ok(found.includes('3-3 function before'), found.join('; '));
  });
});

describe('the tokens of Go', () => {
  cosmetic('a.go', [
    ['indentation', 'package a\nfunc f() {\n\tg()\n}\n', 'package a\n\nfunc f() {\n        g()\n}\n'],
    ['spaces', 'package a\nvar x = a+b*c\n', 'package a\nvar  x  =  a + b*c\n'],
    ['line ends', 'package a\nvar x = 1\n', 'package a\r\nvar x = 1\r\n'],
    ['a comment', 'package a\nvar x = 1\n', 'package a\n// why\nvar x = 1 /* because */\n'],
    ['a doc comment', 'package a\n// F does.\nfunc F() {}\n', 'package a\n// F does not.\nfunc F() {}\n'],
    ['semicolons', 'package a\nfunc f() { g(); h() }\n', 'package a\nfunc f() {\n\tg()\n\th()\n}\n'],
    [
      'semicolons of members',
      'package a\ntype T struct { a int; b int }\n',
      'package a\ntype T struct {\n\ta int\n\tb int\n}\n',
    ],
    [
      'semicolons of methods',
      'package a\ntype I interface { A(); B() }\n',
      'package a\ntype I interface {\n\tA()\n\tB()\n}\n',
    ],
    ['semicolons of imports', 'package a\nimport ("a"; "b")\n', 'package a\nimport (\n\t"a"\n\t"b"\n)\n'],
    ['empty statements', 'package a\nfunc f() { g(); ; }\n', 'package a\nfunc f() {\n\tg()\n}\n'],
    [
      'trailing commas',
      'package a\nvar x = f(a, []int{1, 2})\n',
      'package a\nvar x = f(\n\ta,\n\t[]int{\n\t\t1,\n\t\t2,\n\t},\n)\n',
    ],
    ['letters of numbers', 'package a\nvar x = 0XFF + 1E6\n', 'package a\nvar x = 0xff + 1e6\n'],
    [
      'parentheses around a condition',
      'package a\nfunc f() { if (a) { }; switch (b) { } }\n',
      'package a\nfunc f() { if a { }; switch b { } }\n',
    ],
    [
      'a case on one line',
      'package a\nfunc f() { switch a { case 1: g(); h() } }\n',
      'package a\nfunc f() {\n\tswitch a {\n\tcase 1:\n\t\tg()\n\t\th()\n\t}\n}\n',
    ],
  ]);

  different('a.go', [
    ['an operator', 'package a\nvar x = a + b\n', 'package a\nvar x = a - b\n'],
    ['white space in a string', 'package a\nvar x = "a b"\n', 'package a\nvar x = "a  b"\n'],
    ['white space at the ends of a string', 'package a\nvar x = "a"\n', 'package a\nvar x = " a"\n'],
    ['white space in a raw string', 'package a\nvar x = `a\n b`\n', 'package a\nvar x = `a\nb`\n'],
    ['the kind of a string', 'package a\nvar x = "\\n"\n', 'package a\nvar x = `\\n`\n'],
    ['a rune', "package a\nvar x = ' '\n", "package a\nvar x = '\t'\n"],
    [
      'a statement that ends earlier',
      'package a\nfunc f() { return; x() }\n',
      'package a\nfunc f() { return x() }\n',
    ],
    [
      'the head of a loop',
      'package a\nfunc f() { for ; a; { } }\n',
      'package a\nfunc f() { for ; ; { a() } }\n',
    ],
    ['a statement labelled', 'package a\nfunc f() { L: for { } }\n', 'package a\nfunc f() { for { } }\n'],
    ['parentheses that group', 'package a\nvar x = (a + b) * c\n', 'package a\nvar x = a + b * c\n'],
    [
      'parentheses around a literal',
      'package a\nfunc f() { if (a == T{1}) { } }\n',
      'package a\nfunc f() { if (a == T{2}) { } }\n',
    ],
    ['the order of imports', 'package a\nimport (\n"a"\n"b"\n)\n', 'package a\nimport (\n"b"\n"a"\n)\n'],
    ['a build constraint', '//go:build linux\n\npackage a\n', '//go:build windows\n\npackage a\n'],
    [
      'an embedded file',
      'package a\n//go:embed a.txt\nvar x string\n',
      'package a\n//go:embed b.txt\nvar x string\n',
    ],
    ['C code', 'package a\n// #include <a.h>\nimport "C"\n', 'package a\n// #include <b.h>\nimport "C"\n'],
    ['a pointer receiver', 'package a\nfunc (t T) f() {}\n', 'package a\nfunc (t *T) f() {}\n'],
    ['an exported name', 'package a\nfunc f() {}\n', 'package a\nfunc F() {}\n'],
    [
      'a struct tag',
      'package a\ntype T struct { A int `json:"a"` }\n',
      'package a\ntype T struct { A int `json:"b"` }\n',
    ],
  ]);

  linear('a.go', 'func f(a int) (int, error) {\n\t// why\n\treturn a + 1, nil\n}\n', [
    '((',
    'func f() {',
    'x := `',
    '"',
    '/*',
    'if (a',
    '.Run("a", func(t *testing.T) {',
    '* ',
  ]);
});
