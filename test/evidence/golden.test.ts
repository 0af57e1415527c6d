import assert from 'node:assert/strict';
import { fingerprint } from '../../src/evidence/fingerprint.ts';
import type { Fragment } from '../../src/evidence/fragment.ts';
import { type Language, languageOf } from '../../src/evidence/languages.ts';
import { locate } from '../../src/evidence/locate.ts';
import { createSyntax } from '../../src/evidence/syntax.ts';
import type { Watch } from '../../src/model/watch.ts';
import { nodeDigest } from '../../src/node/digest.ts';
import { installedGrammars } from './grammars.ts';

/*
 * Recorded reviews hold fingerprints. Where one of these changes (by a new grammar, or other rules), the number of its scheme in `meaning.ts` must
 * change, too: then the evidence is compared with its baseline anew, and is not stale for no reason.
 */

const syntax = createSyntax(installedGrammars());

interface Sample {
  readonly path: string;
  readonly text: string;
  /** A part of it. */
  readonly fragment: Fragment;
}

const symbol = (path: string, name: string, lines: readonly string[]): Sample => {
  return { path, text: `${lines.join('\n')}\n`, fragment: { kind: 'symbol', name } };
};

const ECMASCRIPT = [
  "import { a } from './a.js';",
  '/** Signs. */',
  'export class Key {',
  '  #size = 0x10; // bits',
  '  async sign(text, { salt = `a${1}`, ...rest } = {}) {',
  "    for (let i = 0; i < 3; i++) if (/a+/g.test(text)) return [salt, 'b', ...rest,];",
  '    return (await a(text)) ?? 1.5e3;',
  '  }',
  '}',
];
const TYPESCRIPT = [
  ...ECMASCRIPT.slice(0, 3),
  '  private size: number | undefined = 1;',
  '  @log() sign<T extends string>(text: T, salt?: Record<string, T[]>): asserts text is T {',
  '    return <T>(text as unknown)!;',
  '  }',
  '}',
];

const LANGUAGES: Readonly<Record<Language['name'], Sample>> = {
  python: symbol('a.py', 'Key.sign', [
    'from a import (b, c,)',
    'class Key(Base, metaclass=M):',
    '    """A key."""',
    '    # signs',
    '    @cache',
    "    async def sign(self, text: str, *, salt='a', **rest) -> bytes:",
    '        if x := (text, 1,): # one',
    '            return [f"{x!r:>10}", b"\\x00", 0X1F, *[i for i in x if i]]',
    '        raise ValueError("no") from None',
  ]),
  javascript: symbol('a.js', 'Key.sign', ECMASCRIPT),
  typescript: symbol('a.ts', 'Key.sign', TYPESCRIPT),
  tsx: symbol('a.tsx', 'View', [
    'export const View = ({ a }: Props) => (',
    "  <p title='b' {...a}>",
    '    one {a.b /* two */} <C.D />',
    '  </p>',
    ');',
  ]),
  go: symbol('a.go', 'Key.Sign', [
    'package key',
    'import ( "fmt"; c "crypto" )',
    'type Key struct { size int `json:"size"` }',
    '// Sign signs.',
    'func (k *Key) Sign(text ...string) (out []byte, err error) {',
    '\tdefer func() { out = nil }()',
    "\tfor i, t := range text { if i > 0x1F { fmt.Println(t, `raw`, 'r') } } // all",
    '\treturn append(out, 1), c.Err',
    '}',
  ]),
  rust: symbol('a.rs', 'Key.sign', [
    'use std::{fmt, io};',
    "pub struct Key<'a> { size: &'a u8 }",
    "impl<'a> Key<'a> {",
    '    /// Signs.',
    '    #[must_use]',
    '    pub async fn sign<T: AsRef<str>>(&self, text: T) -> Result<Vec<u8>, io::Error> where T: Send {',
    '        let x = match text.as_ref() { "a" | "b" => 0x1F_u8, _ => return Err(io::Error::last()) }; // one',
    '        println!("{x}", x = x); Ok(vec![x; 3])',
    '    }',
    '}',
  ]),
  c: symbol('a.c', 'sign', [
    '#include <stdio.h>',
    '#define MAX 3',
    '/* Signs. */',
    'static int sign(const char *text, size_t n) {',
    "  for (int i = 0; i < MAX; i++) if (text[i] == 'a') return n << 2; // two",
    '  return printf("%d" "b", 0x1F);',
    '}',
  ]),
  cpp: symbol('a.cpp', 'keys.Key.sign', [
    '#include <string>',
    'namespace keys {',
    'template <typename T> class Key final : public Base<T> {',
    ' public:',
    '  // Signs.',
    '  [[nodiscard]] auto sign(const std::string& text, int n = 1) const noexcept -> T override {',
    '    auto f = [&](auto x) { return x + 1; };',
    '    return static_cast<T>(f(n) ? "a" : R"(b)");',
    '  }',
    '};',
    '}',
  ]),
  ruby: symbol('a.rb', 'Keys.Key.sign', [
    'module Keys',
    '  class Key < Base',
    '    # Signs.',
    '    def sign(text, *rest, salt: :a, &block)',
    '      return [text, "a#{rest.size}", %w[a b]] if text =~ /a+/ # one',
    '      rest.each { |one| yield one }',
    '    end',
    '  end',
    'end',
  ]),
  java: symbol('Key.java', 'Key.sign', [
    'package a.b;',
    'import java.util.*;',
    'public final class Key<T> extends Base implements Signer {',
    '  /** Signs. */',
    '  @Override public <S> List<S> sign(final String text, int... n) throws Bad {',
    '    for (int i : n) { if (i > 0x1F) throw new Bad("a" + \'b\', i); } // all',
    '    return Stream.of(text).map(t -> (S) t).toList();',
    '  }',
    '}',
  ]),
  csharp: symbol('Key.cs', 'Keys.Key.Sign', [
    'using System;',
    'namespace Keys {',
    '  public sealed class Key<T> : Base where T : class {',
    '    /// <summary>Signs.</summary>',
    '    [Pure] public async Task<T?> Sign(string text, params int[] n) {',
    '      foreach (var i in n) if (i is > 0x1F and < 99) throw new Bad($"a{i}", @"b"); // all',
    '      return await Load(text ?? "c") switch { null => default, var x => x };',
    '    }',
    '  }',
    '}',
  ]),
  php: symbol('a.php', 'Key.sign', [
    '<?php',
    'namespace Keys;',
    'use A\\B;',
    'final class Key extends Base {',
    '  /** Signs. */',
    '  public function sign(string $text, int ...$n): ?array {',
    '    foreach ($n as $k => $i) { if ($i > 0x1F) { throw new Bad("a{$i}", \'b\'); } } // all',
    '    return [$text => fn($x) => $x . 1];',
    '  }',
    '}',
  ]),
  bash: symbol('a.sh', 'sign', [
    '#!/bin/bash',
    '# Signs.',
    'sign() {',
    '  local text="$1" # one',
    '  for i in "${@:2}"; do [[ $i == a* ]] && echo "$(b "$i")" | c >&2; done',
    '}',
  ]),
  bats: symbol('a.bats', 'signs a text', [
    '#!/usr/bin/env bats',
    '# Signs.',
    '@test "signs a text" {',
    '  run sign "a" # one',
    '  [ "$status" -eq 0 ]',
    '}',
  ]),
  powershell: symbol('a.ps1', 'Invoke-Sign', [
    '# Signs.',
    'function Invoke-Sign {',
    '  param([Parameter(Mandatory)][string]$Text, [int]$N = 1)',
    '  foreach ($i in 1..$N) { if ($i -gt 2) { Write-Output "a$i" } } # all',
    '}',
  ]),
  css: symbol('a.css', '.key', [
    '/* Keys. */',
    '.key, a > b:hover {',
    '  color: #FFF; /* white */',
    '  margin: 0 1px;',
    '}',
  ]),
  ini: symbol('a.ini', 'tls', ['; Transport.', '[tls]', 'min = 1.3', '# one', 'ciphers = a, b']),
  editorconfig: symbol('.editorconfig', '*.py', ['root = true', '# Python', '[*.py]', 'indent_size = 4']),
  properties: symbol('a.properties', 'tls.min', ['# Transport', 'tls.min=1.3', 'tls.ciphers: a, \\', '  b']),
};

const OTHERS: readonly Sample[] = [
  {
    path: 'a.json',
    text: '{\n  // one\n  "a": {"b": [1, 1.50, "x\\n", null, true]},\n  "c": {}\n}\n',
    fragment: { kind: 'pointer', pointer: '/a' },
  },
  {
    path: 'a.yaml',
    text: '# one\na: &x\n  b: [1, 1.50, "x", ~, yes] # two\nc: *x\nd: !t |\n  e\n---\nf: 0x10\n',
    fragment: { kind: 'pointer', pointer: '/a' },
  },
  {
    path: 'a.toml',
    text: '# one\n[a.b]\nc = 1_000 # two\nd = 2024-01-01T00:00:00Z\n[[e]]\nf = { g = 1.50 }\n',
    fragment: { kind: 'pointer', pointer: '/a' },
  },
  {
    path: 'a.md',
    text: '---\na: 1\n---\n# A *b*\n\n<!-- one -->\n\n- [c](d.md "e")\n  f\n\n| g |\n|:-:|\n| h |\n\n```js\ni\n```\n\n> j\\\n> k\n',
    fragment: { kind: 'heading', slug: 'a-b' },
  },
  {
    path: 'a.conf',
    text: '# warrant:begin a\nb  c\n\n  d  \n# warrant:end a\n',
    fragment: { kind: 'region', name: 'a' },
  },
];

/** Of the whole file, and of its part by each watch: the scheme and the first 16 digits. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  'a.py': [
    'tokens-1:python:a259c289648eb973',
    'signature-1:python:acf2cba17249f231',
    'tokens-1:python:6fc3bea306b7db15',
    'all-1:python:70d11d288db14574',
  ],
  'a.js': [
    'tokens-1:javascript:015334a25a526ca7',
    'signature-1:javascript:2fe5d7bd6c2ccce7',
    'tokens-1:javascript:7c3f06bc237ec8eb',
    'all-1:javascript:7c3f06bc237ec8eb',
  ],
  'a.ts': [
    'tokens-1:typescript:487fce161720d875',
    'signature-1:typescript:13f912e988b8f0b7',
    'tokens-1:typescript:3a42fa7ad31dbbcb',
    'all-1:typescript:3a42fa7ad31dbbcb',
  ],
  'a.tsx': [
    'tokens-1:tsx:d3d0da6d0b2dbd12',
    'signature-1:tsx:3b084a5c8a98ad92',
    'tokens-1:tsx:d3d0da6d0b2dbd12',
    'all-1:tsx:f3cf121cce3bfdb5',
  ],
  'a.go': [
    'tokens-1:go:e64291b5b235c8a7',
    'signature-1:go:7b7d2f70fe2cc6f8',
    'tokens-1:go:22e005e81ab14eca',
    'all-1:go:dd2b35061b85d908',
  ],
  'a.rs': [
    'tokens-1:rust:6340e2cae30f1095',
    'signature-1:rust:e3e752609db0b13e',
    'tokens-1:rust:e633ce3c9cafb632',
    'all-1:rust:e468d5c1466111eb',
  ],
  'a.c': [
    'tokens-1:c:28c22198ddbff3f2',
    'signature-1:c:af4b0c67b087d3ac',
    'tokens-1:c:f445676409ad7a78',
    'all-1:c:9f4fa58e4f10f537',
  ],
  'a.cpp': [
    'tokens-1:cpp:d865edb50f28a657',
    'signature-1:cpp:1bf44e2dc863d313',
    'tokens-1:cpp:4a2b32dc76fb9158',
    'all-1:cpp:1ac82bbcba123313',
  ],
  'a.rb': [
    'tokens-1:ruby:2157050bb8076fb8',
    'signature-1:ruby:0e891b64b2153ef7',
    'tokens-1:ruby:191f6e4aa40d3465',
    'all-1:ruby:7ca3fb5f67403289',
  ],
  'Key.java': [
    'tokens-1:java:1fb2760d851ebc7a',
    'signature-1:java:9842f34e77f9253a',
    'tokens-1:java:55ae0dfbf1f4cefc',
    'all-1:java:030245a9de158e83',
  ],
  'Key.cs': [
    'tokens-1:csharp:d5ea5eb09ef5935c',
    'signature-1:csharp:d355090efae54557',
    'tokens-1:csharp:d6dcf480f772c668',
    'all-1:csharp:bea26b9a688f22aa',
  ],
  'a.php': [
    'tokens-1:php:3635daf46ead9f1b',
    'signature-1:php:ef37e03e4c453c42',
    'tokens-1:php:dcfa900e6c559ef2',
    'all-1:php:c73852ae0a761a13',
  ],
  'a.sh': [
    'tokens-1:bash:f67988a71e2625ab',
    'signature-1:bash:dbd7972870f0219d',
    'tokens-1:bash:58de8ebca872a253',
    'all-1:bash:ac2bd757b1cc5375',
  ],
  'a.bats': [
    'tokens-1:bats:4f46d10ef0345100',
    'signature-1:bats:f42d24ad4d262e8a',
    'tokens-1:bats:cd6bc4d4f37664f6',
    'all-1:bats:2856d5f49020017f',
  ],
  'a.ps1': [
    'tokens-1:powershell:1ef03c8113e6a2ee',
    'signature-1:powershell:46b24128df037085',
    'tokens-1:powershell:1ef03c8113e6a2ee',
    'all-1:powershell:c705ba87dd6823bb',
  ],
  'a.css': [
    'tokens-1:css:44a810a47375593f',
    'signature-1:css:44a810a47375593f',
    'tokens-1:css:44a810a47375593f',
    'all-1:css:5e06a0f0aad34aed',
  ],
  'a.ini': [
    'tokens-1:ini:d2db534c3a78e7fa',
    'signature-1:ini:d2db534c3a78e7fa',
    'tokens-1:ini:d2db534c3a78e7fa',
    'all-1:ini:74a255d383e5bc1f',
  ],
  '.editorconfig': [
    'tokens-1:editorconfig:e8d467ae535e76be',
    'signature-1:editorconfig:0c53fa185aad547b',
    'tokens-1:editorconfig:0c53fa185aad547b',
    'all-1:editorconfig:08f8076cd89fb274',
  ],
  'a.properties': [
    'tokens-1:properties:b6425c8812bbf80a',
    'signature-1:properties:5f59f5b8cad3741f',
    'tokens-1:properties:5f59f5b8cad3741f',
    'all-1:properties:c02a9567364464fc',
  ],
  'a.json': [
    'data-1:aadb948d84d8b99a',
    'data-1:280b65558cec844f',
    'data-1:280b65558cec844f',
    'data-all-1:938ddd529f9b1e65',
  ],
  'a.yaml': [
    'data-1:e9651ec229cca2d3',
    'data-1:2eb75e796648f82f',
    'data-1:2eb75e796648f82f',
    'data-all-1:95854f7c5ffeb628',
  ],
  'a.toml': [
    'data-1:719986d8e21d473f',
    'data-1:073dae2bc238c49b',
    'data-1:073dae2bc238c49b',
    'data-all-1:e3e15e5d15240391',
  ],
  'a.md': [
    'prose-1:ad28f56ab73bbd53',
    'prose-1:26eca6527621c5d2',
    'prose-1:26eca6527621c5d2',
    'prose-all-1:5e235ca758c17272',
  ],
  'a.conf': [
    'text-1:7ca4f983fd4a1f32',
    'text-1:66e6b1951e5ae2fb',
    'text-1:66e6b1951e5ae2fb',
    'text-1:66e6b1951e5ae2fb',
  ],
};

async function printsOf({ path, text, fragment }: Sample): Promise<string[]> {
  const located = await locate(path, text, fragment, syntax);
  assert.ok(located.kind === 'lines', `${path} has the part`);
  const lines = { start: located.startLine, end: located.endLine };
  const part = (watch: Watch) => fingerprint({ path, text, fragment, lines, watch }, syntax, nodeDigest);
  const prints = [
    await fingerprint({ path, text }, syntax, nodeDigest),
    await part('signature'),
    await part('body'),
    await part('all'),
  ];
  return prints.map((print) => print.replace(/([\da-f]{16})[\da-f]{48}$/, '$1'));
}

describe('fingerprints stay the same within a scheme', () => {
  for (const sample of [...Object.values(LANGUAGES), ...OTHERS]) {
    it(sample.path, async () => {
      assert.deepEqual(await printsOf(sample), EXPECTED[sample.path]);
    });
  }

  it('of each language by its own scheme', () => {
    for (const [name, { path }] of Object.entries(LANGUAGES)) {
      assert.equal(languageOf(path)?.name, name);
      assert.ok(EXPECTED[path]?.[0]?.startsWith(`tokens-1:${name}:`), `${path} is in order`);
    }
  });
});
