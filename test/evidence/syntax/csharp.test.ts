import assert from 'node:assert/strict';
import { findSymbol } from '../../../src/evidence/find-symbol.ts';
import { createSyntax } from '../../../src/evidence/syntax.ts';
import { installedGrammars } from '../grammars.ts';
import { cosmetic, different, linear, outlineOf } from './edits.ts';

const PATH = 'src/Session.cs';

const SESSION = `using System;

namespace Acme.Auth;

#region Sessions
/// <summary>A session.</summary>
[Serializable, Audited("x")]
public sealed partial class Session<T>(int limit) : Base(limit), ICloseable where T : class
{
    public const int Max = 3, Min = 1;
    private readonly string[] names = { "a", "b", };
    [JsonProperty("n")]
    public string Name { get; private set; } = "x";
    public int Length => names.Length;
    public event EventHandler Opened, Ended;
    public event EventHandler Changed { add { } remove { } }

    public Session() : this(1) { }
    ~Session() { }

    public int this[int i] { get => i; set { } }
    public static Session<T> operator +(Session<T> a, Session<T> b) => a;
    public static implicit operator int(Session<T> a) => 1;

    // Ends it.
    [Obsolete]
    public async Task<R> End<R>(R result) where R : new()
    {
        int Local(int x) { return x; }
        var inner = 1;
        return result;
    }

    public void End() { }
    void ICloseable.Close() { }

    private class Inner { struct Deep { public int F; } }
}
#endregion

public record Pair(int Left, string Right)
{
    public int Sum => Left;
}

public interface ICloseable
{
    void Close();
}

public enum Kind : byte
{
    Short,
    Long = 2,
}

public delegate void Handler(object sender);
`;

describe('the outline of C#', () => {
  it('has namespaces, types and what they hold, with attributes and without comments', async () => {
    assert.deepEqual(await outlineOf(PATH, SESSION), [
      '3-57 namespace Acme.Auth',
      '7-38 class Acme.Auth.Session',
      '8-8 property Acme.Auth.Session.limit',
      '10-10 property Acme.Auth.Session.Max',
      '10-10 property Acme.Auth.Session.Min',
      '11-11 property Acme.Auth.Session.names',
      '12-13 property Acme.Auth.Session.Name',
      '14-14 property Acme.Auth.Session.Length',
      '15-15 property Acme.Auth.Session.Opened',
      '15-15 property Acme.Auth.Session.Ended',
      '16-16 property Acme.Auth.Session.Changed',
      '18-18 constructor Acme.Auth.Session.Session',
      '19-19 method Acme.Auth.Session.~Session',
      '21-21 property Acme.Auth.Session.this',
      '22-22 method Acme.Auth.Session.operator +',
      '23-23 method Acme.Auth.Session.operator int',
      '26-32 method Acme.Auth.Session.End',
      '29-29 function Acme.Auth.Session.End.Local',
      '34-34 method Acme.Auth.Session.End',
      '35-35 method Acme.Auth.Session.ICloseable.Close',
      '37-37 class Acme.Auth.Session.Inner',
      '37-37 class Acme.Auth.Session.Inner.Deep',
      '37-37 property Acme.Auth.Session.Inner.Deep.F',
      '41-44 class Acme.Auth.Pair',
      '41-41 property Acme.Auth.Pair.Left',
      '41-41 property Acme.Auth.Pair.Right',
      '43-43 property Acme.Auth.Pair.Sum',
      '46-49 interface Acme.Auth.ICloseable',
      '48-48 method Acme.Auth.ICloseable.Close',
      '51-55 enum Acme.Auth.Kind',
      '53-53 property Acme.Auth.Kind.Short',
      '54-54 property Acme.Auth.Kind.Long',
      '57-57 type Acme.Auth.Handler',
    ]);
  });

  it('has namespaces with blocks, and functions at the top', async () => {
    const found = await outlineOf(
      PATH,
      `namespace A.B
{
    namespace C { class D { void F() { } } }
}
class E { }
int x = 1;
static int Twice(int y) => 2 * y;
`,
    );
    assert.deepEqual(found, [
      '1-4 namespace A.B',
      '3-3 namespace A.B.C',
      '3-3 class A.B.C.D',
      '3-3 method A.B.C.D.F',
      '5-5 class E',
      '7-7 function Twice',
    ]);
  });

  it('tells tests by their attributes', async () => {
    const found = await outlineOf(
      PATH,
      `public class SessionTests
{
    [Fact]
    public void RejectsExpired() { }

    [Theory, InlineData(1)]
    public void Rejects(int version) { }

    [NUnit.Framework.TestCase(1)]
    public void RejectsOld(int version) { }

    [SetUp]
    public void Prepare() { }
}
`,
    );
    assert.deepEqual(found, [
      '1-14 class SessionTests',
      '3-4 test SessionTests.RejectsExpired',
      '6-7 test SessionTests.Rejects',
      '9-10 test SessionTests.RejectsOld',
      '12-13 method SessionTests.Prepare',
    ]);
  });

  it('has both sides of a directive', async () => {
    const found = await outlineOf(
      PATH,
      'class A\n{\n#if DEBUG\n    void F() { }\n#else\n    void G() { }\n#endif\n}\n',
    );
    assert.deepEqual(found, ['1-8 class A', '4-4 method A.F', '6-6 method A.G']);
  });

  it('finds a class, not its constructors, by its name without the namespace', async () => {
    const outline = await createSyntax(installedGrammars()).outline(PATH, SESSION);
    const search = findSymbol(outline!, 'Session');
    assert.equal(search.kind === 'found' && search.symbol.kind, 'class');
    const ofConstructor = findSymbol(outline!, 'Session.Session');
    assert.equal(ofConstructor.kind === 'found' && ofConstructor.symbol.kind, 'constructor');
  });
});

describe('the meaning of C#', () => {
  const method =
    'class A\n{\n    [Fact]\n    public int F(int a, params string[] b)\n    {\n        return a + b.Length;\n    }\n}\n';
  const inBody = (code: string): string => `class A { void F() { ${code} } }`;

  cosmetic(PATH, [
    ['white space', method, method.replace(/\s+/g, ' ').replace('a + b', 'a+b')],
    ['line ends', method, method.replaceAll('\n', '\r\n')],
    ['a comment', method, method.replace('return', '/* why */ return // because\n')],
    ['a documentation comment', method, `/// <summary>About A.</summary>\n${method}`],
    ['a region', method, `#region Things\n${method}#endregion\n`],
    ['the name of a region', `#region A\n${method}#endregion\n`, `#region B\n${method}#endregion B\n`],
    ['a comma behind the last element', inBody('int[] x = { 1, 2 };'), inBody('int[] x = { 1, 2, };')],
    ['a comma behind the last member', 'enum E { A, B }', 'enum E\n{\n    A,\n    B,\n}'],
    ['a comma behind the last arm', inBody('x = a switch { 1 => b };'), inBody('x = a switch { 1 => b, };')],
    ['an empty statement', inBody('G();'), inBody('G();;')],
    ['parentheses around the only parameter', inBody('G(x => x);'), inBody('G((x) => x);')],
    ['the letter case of numbers', inBody('x = 0xffL + 1e5F;'), inBody('x = 0XFFl + 1E5f;')],
    [
      'the indentation of a raw string',
      inBody('x = """\n  a\n    b\n  """;'),
      inBody('\n      x = """\n          a\n            b\n          """;'),
    ],
  ]);

  different(PATH, [
    ['the body', method, method.replace('a +', 'a -')],
    ['the type of a parameter', method, method.replace('int a', 'long a')],
    ['an attribute', method, method.replace('Fact', 'Skip')],
    ['a modifier', method, method.replace('public ', '')],
    ['white space in a string', inBody('G("a b");'), inBody('G("a  b");')],
    ['an escape', inBody('G("\\n");'), inBody('G(@"\\n");')],
    ['white space in a verbatim string', inBody('G(@"a\n  b");'), inBody('G(@"a\n b");')],
    ['white space between two values in a string', inBody('G($"{a}{b}");'), inBody('G($"{a} {b}");')],
    ['the end of a string with values', inBody('G($"{a}");'), inBody('G($"{a} ");')],
    ['the format in a string', inBody('G($"{a:N1}");'), inBody('G($"{a:N2}");')],
    [
      'the indentation in a raw string',
      inBody('G("""\n  a\n  b\n  """);'),
      inBody('G("""\n  a\n    b\n  """);'),
    ],
    ['the kind of a string', inBody('G("a"u8);'), inBody('G("a");')],
    ['a character', inBody("G('a');"), inBody("G(' ');")],
    ['parentheses that group', inBody('x = (a + b) * c;'), inBody('x = a + b * c;')],
    ['a condition of the compiler', '#if A\nclass B { }\n#endif\n', '#if C\nclass B { }\n#endif\n'],
    ['a side of a condition', '#if A\nclass B { }\n#endif\n', '#if A\n#else\nclass B { }\n#endif\n'],
    ['a warning switched off', method, `#pragma warning disable CS1\n${method}`],
    ['the number of dimensions', inBody('int[] x;'), inBody('int[,] x;')],
    ['the number of type arguments', inBody('x = typeof(A<>);'), inBody('x = typeof(A<,>);')],
    ['a loop without a body', inBody('while (a) ; { G(); }'), inBody('while (a) { G(); }')],
    ['the order of using', 'using A;\nusing B;\n', 'using B;\nusing A;\n'],
    ['a namespace', 'namespace A;\nclass B { }', 'namespace C;\nclass B { }'],
    ['an accessor', 'class A { int B { get; set; } }', 'class A { int B { get; init; } }'],
  ]);
});

describe('reading C#', () => {
  linear(PATH, 'class A<T> { [B] int F(int a) { return (a + 1) * 2; } }\n', [
    'class A { ',
    'namespace A.B; ',
    'int F() { ',
    '(((a',
    'x => ',
    '"""\n',
    '$"{',
    '#if A\n',
    '#region\n',
    'A<B<',
  ]);
});
