import assert from 'node:assert/strict';
import { cosmetic, different, linear, outlineOf } from './edits.ts';

describe('the outline of C++', () => {
  it('has namespaces, types and their members, functions, constants and macros', async () => {
    const text = `#ifndef STORE_H
#define STORE_H 1
#define SQUARE(x) \\
  ((x) * (x))

namespace store::disk {
namespace {
const int kLimit = 3, *kNone = nullptr;
}

class Session;
template <typename T, int N = 3>
class Session : public Base<T> {
 public:
  Session() : id_(1) {}
  explicit Session(int id);
  ~Session();
  virtual int size() const = 0;
  bool operator==(const Session& other) const { return true; }
  operator bool() const { return true; }
  template <class U>
  void put(U value) {}
  enum class Color { kRed, kGreen = 2 };
  struct Entry { int key; };
  using Ptr = Session*;
  friend void swap(Session&, Session&);
 private:
  static int count_;
  void (*callback_)(int);
};

template <typename T, int N>
Session<T, N>::~Session() {}
template <>
class Session<int> {};
int run(int a);
int run(double a);
}  // namespace store::disk

extern "C" {
int store_open(const char* path);
}
typedef struct node { int next; } Node;
union Raw { int a; };
enum { kFirst, kLast };
struct Options { int a; } defaults = {1};
extern int shared;
template <typename T>
concept Small = sizeof(T) < 8;
#endif
`;
    assert.deepEqual(await outlineOf('store.h', text), [
      '2-2 variable STORE_H',
      '3-4 function SQUARE',
      '6-38 namespace store.disk',
      '8-8 variable store.disk.kLimit',
      '8-8 variable store.disk.kNone',
      '12-30 class store.disk.Session',
      '15-15 constructor store.disk.Session.Session',
      '18-18 method store.disk.Session.size',
      '19-19 method store.disk.Session.operator==',
      '20-20 method store.disk.Session.operator bool',
      '21-22 method store.disk.Session.put',
      '23-23 enum store.disk.Session.Color',
      '23-23 property store.disk.Session.Color.kRed',
      '23-23 property store.disk.Session.Color.kGreen',
      '24-24 class store.disk.Session.Entry',
      '24-24 property store.disk.Session.Entry.key',
      '25-25 type store.disk.Session.Ptr',
      '28-28 property store.disk.Session.count_',
      '29-29 property store.disk.Session.callback_',
      '32-33 method store.disk.Session.~Session',
      '34-35 class store.disk.Session<int>',
      '36-36 function store.disk.run',
      '37-37 function store.disk.run',
      '41-41 function store_open',
      '43-43 class Node',
      '43-43 class node',
      '43-43 property Node.next',
      '44-44 class Raw',
      '44-44 property Raw.a',
      '45-45 property kFirst',
      '45-45 property kLast',
      '46-46 class Options',
      '46-46 variable defaults',
      '46-46 property Options.a',
      '47-47 variable shared',
      '48-49 type Small',
    ]);
  });

  it('has methods defined outside of their class, and not what only announces them', async () => {
    const text = `class Session {
  void close();
  int size();
};
static int helper(int a);

void Session::close() {
  int local = 1;
  struct Visitor { void visit() {} };
}
int* store::Session::find(int key) const noexcept { return nullptr; }
Session& Session::operator=(const Session& other) { return *this; }
Session::Session() {}
int store::Session::count = 0;
static int helper(int a) { return a; }
int over(int a) { return a; }
int over(double a) { return 2; }
`;
    assert.deepEqual(await outlineOf('store.cc', text), [
      '1-4 class Session',
      '3-3 method Session.size',
      '7-10 method Session.close',
      '9-9 class Session.close.Visitor',
      '9-9 method Session.close.Visitor.visit',
      '11-11 method store.Session.find',
      '12-12 method Session.operator=',
      '13-13 constructor Session.Session',
      '14-14 variable store.Session.count',
      '15-15 function helper',
      '16-16 function over',
      '17-17 function over',
    ]);
  });

  it('has the tests of the usual frameworks', async () => {
    const text = `TEST(Store, Opens) { EXPECT_EQ(1, 1); }
TEST_F(StoreTest, Closes) {
}
BOOST_AUTO_TEST_CASE(saves) {}

TEST_CASE("loads \\"all\\"", "[store]") {
  Store store;
  store.open();
  SECTION("once") {
    CHECK(1);
  }
}
TEST_CASE_METHOD(Fixture, "again") {}
LOG("not a test") {}
`;
    assert.deepEqual(await outlineOf('store_test.cpp', text), [
      '1-1 test Store.Opens',
      '2-3 test StoreTest.Closes',
      '4-4 test saves',
      '6-12 test loads "all"',
      '9-11 test loads "all".once',
      '13-13 test again',
    ]);
  });

  it('is not misled by macros that stand alone or in front of a name', async () => {
    const text = `LIBRARY_NAMESPACE_BEGIN
namespace detail {
class LIBRARY_API Reader {
 public:
  LIBRARY_NON_NULL(1)
  int read(char* to);
};
enum Kind {
  FIRST,
  SECOND
};
}
LIBRARY_NAMESPACE_END
`;
    assert.deepEqual(await outlineOf('reader.hpp', text), [
      '2-12 namespace detail',
      '3-7 class detail.Reader',
      '6-6 method detail.Reader.read',
      '8-11 enum detail.Kind',
      '9-9 property detail.Kind.FIRST',
      '10-10 property detail.Kind.SECOND',
    ]);
  });
});

describe('the outline of C', () => {
  it('takes the variants of a function for one', async () => {
    const text = `static int home(void);
#ifdef _WIN32
static int home(void) { return 1; }
#else
static int home(void) { return 2; }
#endif
struct point { int x, y; };
static const struct option { int a; } options[] = { {1} };
`;
    assert.deepEqual(await outlineOf('home.c', text), [
      '1-5 function home',
      '7-7 class point',
      '7-7 property point.x',
      '7-7 property point.y',
      '8-8 class option',
      '8-8 variable options',
      '8-8 property option.a',
    ]);
  });
});

describe('the tokens of C++', () => {
  cosmetic('a.cpp', [
    ['indentation', 'void f() { g(); }\n', 'void f()\n{\n    g();\n}\n'],
    ['line ends', 'void f() {\n}\n', 'void f() {\r\n}\r\n'],
    ['spaces', 'int x = a + b;\n', 'int x=a+b ;\n'],
    ['comments', 'void f() { g(); }\n', '// a\nvoid f() { /* b */ g(); } // c\n'],
    ['a continued comment', 'int x;\n', '// a \\\n b\nint x;\n'],
    ['the place of a star', 'int *x, &y = z;\n', 'int* x, & y = z;\n'],
    ['closing angles', 'A<B<C> > x;\n', 'A<B<C>> x;\n'],
    ['a continued line', 'int x = 1 + 2;\n', 'int x = 1 + \\\n  2;\n'],
    [
      'a comma behind the last element',
      'int x[] = {1, 2};\nenum E { A, B };\n',
      'int x[] = {1, 2,};\nenum E { A, B, };\n',
    ],
    [
      'the space in a directive',
      '#define A(x) x+1\n#ifdef B\n#endif\n',
      '#  define A(x)  x + 1\n#ifdef  B\n# endif\n',
    ],
    ['a macro on several lines', '#define A(x) f(x); g(x)\n', '#define A(x) \\\n  f(x);      \\\n  g(x)\n'],
    ['a comment in a macro', '#define A 1\n', '#define A 1  // one\n'],
    ['a string in pieces', 'f("one two");\n', 'f("one "\n  "two");\n'],
    [
      'a macro alone in a line',
      'int x;\nLIBRARY_NOTE( a,b )\nint y;\n',
      'int x;\n\n  LIBRARY_NOTE(a, b)\nint y;\n',
    ],
    ['a block of a test', 'TEST_CASE("a") { f(); }\n', '// why\nTEST_CASE( "a" )\n{\n  f();\n}\n'],
  ]);

  different('a.cpp', [
    ['an operator', 'int x = a + b;\n', 'int x = a - b;\n'],
    ['white space in a string', 'f("a b");\n', 'f("a  b");\n'],
    ['white space at the ends of a string', 'f("a");\n', 'f(" a ");\n'],
    ['white space in a raw string', 'f(R"(a b)");\n', 'f(R"(a  b)");\n'],
    ['a line in a raw string', 'f(R"(a\n  b)");\n', 'f(R"(a\n b)");\n'],
    ['the kind of a string', 'f("a");\n', 'f(L"a");\n'],
    ['a character', "f(' ');\n", "f('\\t');\n"],
    ['an escape that would swallow the next piece', 'f("\\x1" "2");\n', 'f("\\x12");\n'],
    ['the suffix of a string', 'f("a"_b);\n', 'f("a" _b);\n'],
    ['a sign doubled', 'f(- -a);\n', 'f(--a);\n'],
    ['the body of a macro', '#define A a + b\n', '#define A a - b\n'],
    ['white space in a string of a macro', '#define A "a b"\n', '#define A "a  b"\n'],
    ['a macro that takes a parameter', '#define A(x) x\n', '#define A (x) x\n'],
    ['a macro that ends earlier', '#define A\nint x;\n', '#define A int x;\n'],
    ['a macro that goes on', '#define A a\nb;\n', '#define A a \\\nb;\n'],
    ['a condition', '#if A\nint x;\n#endif\n', '#if B\nint x;\n#endif\n'],
    ['a condition that goes on', '#if A\n+ 1;\n#endif\n', '#if A + 1\n;\n#endif\n'],
    ['a condition turned around', '#ifdef A\n#endif\n', '#ifndef A\n#endif\n'],
    ['what is included', '#include <a.h>\n', '#include "a.h"\n'],
    ['the order of includes', '#include <a.h>\n#include <b.h>\n', '#include <b.h>\n#include <a.h>\n'],
    ['an argument of a macro', 'int x;\nLIBRARY_NOTE(a)\nint y;\n', 'int x;\nLIBRARY_NOTE(b)\nint y;\n'],
    ['a hidden macro', 'class LIBRARY_API A {};\n', 'class A {};\n'],
    ['an empty argument', 'void f() { M(a,); }\n', 'void f() { M(a); }\n'],
    ['a semicolon', 'void f() { while (a); }\n', 'void f() { while (a) {} }\n'],
    ['a qualifier', 'int f() const;\n', 'int f();\n'],
    ['parentheses', 'int x = (a + b) * c;\n', 'int x = a + b * c;\n'],
    ['a default', 'int f(int a = 1);\n', 'int f(int a = 2);\n'],
  ]);

  linear('a.cpp', '#define A(x) x + 1\nint f(int a) {\n  // why\n  return A(a) + "b"[0];\n}\n', [
    '((',
    'int f() {',
    '#define A /* ',
    'class A {',
    '#if A\n',
    'TEST_CASE("a") {',
    "'",
    'FOO\n',
    'A_B(c)\n',
  ]);
});
