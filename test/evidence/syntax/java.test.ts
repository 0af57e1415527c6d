import assert from 'node:assert/strict';
import { cosmetic, different, linear, outlineOf } from './edits.ts';

const PATH = 'src/Session.java';

const SESSION = `package com.example.auth;

/** A session. */
@Service
@Deprecated(since = "2")
public final class Session<T> extends Base implements Closeable {
  public static final int MAX = 3, MIN = 1;
  // Who it is.
  @Inject
  private User user;
  static { int once = register(); }

  public Session(User user) {
    this.user = user;
  }

  @Override
  public <R> R close(List<? super T> all) throws IOException {
    int local = 1;
    Comparator<R> order = new Comparator<>() {
      public int compare(R a, R b) { return 0; }
    };
    return null;
  }

  void close() { }

  enum Kind {
    SHORT,
    LONG("l") { void extend() { } };

    int hours() { return 1; }
  }

  interface Listener {
    int LIMIT = 2;

    void ended();
  }
}

record Pair(int left, String right) {
  Pair {
    check();
  }
}

@interface Audited {
  String by() default "";
}
`;

describe('the outline of Java', () => {
  it('has types and what they hold, with annotations and without comments', async () => {
    assert.deepEqual(await outlineOf(PATH, SESSION), [
      '4-40 class Session',
      '7-7 property Session.MAX',
      '7-7 property Session.MIN',
      '9-10 property Session.user',
      '13-15 constructor Session.Session',
      '17-24 method Session.close',
      '21-21 method Session.close.compare',
      '26-26 method Session.close',
      '28-33 enum Session.Kind',
      '29-29 property Session.Kind.SHORT',
      '30-30 property Session.Kind.LONG',
      '30-30 method Session.Kind.LONG.extend',
      '32-32 method Session.Kind.hours',
      '35-39 interface Session.Listener',
      '36-36 property Session.Listener.LIMIT',
      '38-38 method Session.Listener.ended',
      '42-46 class Pair',
      '42-42 property Pair.left',
      '42-42 property Pair.right',
      '43-45 constructor Pair.Pair',
      '48-50 interface Audited',
      '49-49 method Audited.by',
    ]);
  });

  it('tells tests by their annotations', async () => {
    const found = await outlineOf(
      'SessionTest.java',
      `class SessionTest {
  @BeforeEach void setUp() { }

  @Test
  void rejectsExpired() { }

  @org.junit.jupiter.params.ParameterizedTest(name = "{0}")
  @ValueSource(strings = { "a" })
  void rejects(String token) { }

  @Nested
  class WhenClosed {
    @Test void rejectsAll() { }
  }
}
`,
    );
    assert.deepEqual(found, [
      '1-15 class SessionTest',
      '2-2 method SessionTest.setUp',
      '4-5 test SessionTest.rejectsExpired',
      '7-9 test SessionTest.rejects',
      '11-14 class SessionTest.WhenClosed',
      '13-13 test SessionTest.WhenClosed.rejectsAll',
    ]);
  });

  it('goes on behind what it cannot read', async () => {
    const found = await outlineOf(
      PATH,
      'class A {\n  void f( { }\n  int g() { return 1; }\n}\nclass B { }\n',
    );
    assert.ok(found.includes('5-5 class B'), found.join('\n'));
  });
});

describe('the meaning of Java', () => {
  const method = 'class A {\n  @Test\n  int f(int a, String... b) {\n    return a + b.length;\n  }\n}\n';
  const inBody = (code: string): string => `class A { void f() { ${code} } }`;

  cosmetic(PATH, [
    ['white space', method, method.replace(/\s+/g, ' ').replace('a + b', 'a+b')],
    ['line ends', method, method.replaceAll('\n', '\r\n')],
    ['a comment', method, method.replace('return', '/* why */ return // because\n')],
    ['a documentation comment', method, `/** About A. */\n${method}`],
    ['an annotation on the line of what it stands at', method, method.replace('@Test\n', '@Test')],
    ['a comma behind the last element', inBody('int[] x = {1, 2};'), inBody('int[] x = {1, 2,};')],
    ['a comma behind the last constant', 'enum E { A, B }', 'enum E {\n  A,\n  B,\n}'],
    ['a semicolon behind the constants', 'enum E { A, B }', 'enum E { A, B; }'],
    ['a comma in an annotation', '@A({1, 2}) class B {}', '@A({1, 2,}) class B {}'],
    ['semicolons that end nothing', inBody('g();'), 'class A { void f() { g();; }; };'],
    ['parentheses around the only parameter', inBody('g(x -> x);'), inBody('g((x) -> x);')],
    ['parentheses that say how operators bind', inBody('x = a + b * c;'), inBody('x = (a + (b * c));')],
    ['parentheses around a condition', inBody('g(a && b || c);'), inBody('g((a && b) || c);')],
    ['the letter case of numbers', inBody('x = 0xffl + 1e5d;'), inBody('x = 0XFFL + 1E5D;')],
    [
      'the indentation of a text block',
      inBody('x = """\n    a\n      b\n    """;'),
      inBody('\n        x = """\n            a  \n              b\n            """;'),
    ],
  ]);

  different(PATH, [
    ['the body', method, method.replace('a +', 'a -')],
    ['the type of a parameter', method, method.replace('int a', 'long a')],
    ['an annotation', method, method.replace('@Test', '@Ignore')],
    ['a modifier', 'class A { private int a; }', 'class A { int a; }'],
    ['white space in a string', inBody('g("a b");'), inBody('g("a  b");')],
    ['a character', inBody("g('a');"), inBody("g(' ');")],
    ['an escape in a string', inBody('g("\\n");'), inBody('g("\\t");')],
    ['the indentation in a text block', inBody('g("""\n  a\n  b""");'), inBody('g("""\n  a\n    b""");')],
    ['where a text block ends', inBody('g("""\n  a\n  """);'), inBody('g("""\n  a""");')],
    [
      'an escaped line end in a text block',
      inBody('g("""\n  a \\\n  b""");'),
      inBody('g("""\n  a \n  b""");'),
    ],
    ['parentheses that group', inBody('x = (a + b) * c;'), inBody('x = a + b * c;')],
    ['parentheses around a difference', inBody('x = a - (b - c);'), inBody('x = a - b - c;')],
    ['parentheses around a cast', inBody('x = (int) (a + b);'), inBody('x = (int) a + b;')],
    ['parentheses around a new array', inBody('x = (new int[3])[0];'), inBody('x = new int[3][0];')],
    ['parentheses around a negation', inBody('x = !(a == b);'), inBody('x = !a == b;')],
    ['parentheses around a choice', inBody('x = (a ? b : c) ? d : e;'), inBody('x = a ? b : c ? d : e;')],
    ['a constant made a constructor', 'enum C { A, B, C() {} }', 'enum C { A, B; C() {} }'],
    ['a condition without a body', inBody('if (a); g();'), inBody('if (a) g();')],
    ['a loop without a body', inBody('while (a); { g(); }'), inBody('while (a) { g(); }')],
    ['the order of modifiers', 'class A { static final int a; }', 'class A { final static int a; }'],
    ['the order of imports', 'import a.B;\nimport c.D;\n', 'import c.D;\nimport a.B;\n'],
    [
      'a case that falls through',
      inBody('switch (a) { case 1: g(); break; }'),
      inBody('switch (a) { case 1: g(); }'),
    ],
  ]);
});

describe('reading Java', () => {
  linear(PATH, 'class A<T> { @B int f(int a) { return (a + 1) * 2; } }\n', [
    'class A { ',
    'int f() { ',
    '(((a',
    'x -> ',
    '"""\n',
    '@A(',
    'A<B<',
    '/*',
  ]);
});
