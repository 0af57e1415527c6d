import assert from 'node:assert/strict';
import { cosmetic, different, linear, outlineOf } from './edits.ts';

const PATH = 'scripts/deploy.sh';

describe('the outline of Bash', () => {
  it('has functions, and the variables outside of them', async () => {
    const found = await outlineOf(
      PATH,
      `#!/usr/bin/env bash
set -euo pipefail
# Where it goes.
readonly TARGET="/srv" MODE=3
export PATH="$HOME/bin:$PATH"
LIMIT=1; TZ=UTC date
declare -A names=(
  [a]=1
)

# Says it.
log() {
  local text=$1
  echo "$text"
  inner() ( exit 1 )
}

function old { echo old; }

if true; then
  VERBOSE=1
fi
`,
    );
    assert.deepEqual(found, [
      '4-4 variable TARGET',
      '4-4 variable MODE',
      '5-5 variable PATH',
      '6-6 variable LIMIT',
      '7-9 variable names',
      '12-16 function log',
      '15-15 function log.inner',
      '18-18 function old',
      '21-21 variable VERBOSE',
    ]);
  });

  it('has the tests of Bats by their titles', async () => {
    const found = await outlineOf(
      'test/deploy.bats',
      `setup() {
  load helper
}

@test "rejects an old version" {
  run deploy 1.1
  [ "$status" -eq 1 ]
}

  @test 'says (why) & "where": $HOME'  {
  true
}

@test no_title {
}
`,
    );
    assert.deepEqual(found.slice(0, 3), [
      '1-3 function setup',
      '5-8 test rejects an old version',
      '10-12 test says (why) & "where": $HOME',
    ]);
  });
});

describe('the meaning of Bash', () => {
  const script = 'f() {\n  local a=$1\n  if [ "$a" = b ]; then\n    echo "$a" | sort >out\n  fi\n}\nf x\n';

  cosmetic(PATH, [
    ['white space', script, script.replace(/^ +/gm, '\t').replace(' | ', '|').replace('>out', '> out')],
    ['line ends', script, script.replaceAll('\n', '\r\n')],
    ['a comment', script, script.replace('  if', '  # why\n  if').replace('f x', 'f x # because')],
    ['semicolons for lines', 'a\nb\nif c; then d; fi\n', 'a; b\nif c\nthen\n  d\nfi\n'],
    ['an escaped line end', 'a b c\n', 'a b \\\n  c\n'],
    ['white space in front of a label', 'a <<E\nb\nE\n', 'a << E\nb\nE\n'],
    ['the indentation of a condition', 'for i in a b; do c; done\n', 'for i in a b\ndo\n  c\ndone\n'],
    ['white space in a sum', 'x=$((1+2))\n', 'x=$(( 1 + 2 ))\n'],
    ['white space around a list', 'x=(a b)\n', 'x=( a  b )\n'],
  ]);

  different(PATH, [
    ['another word', script, script.replace('sort', 'uniq')],
    ['the first line', '#!/bin/sh\na\n', '#!/bin/bash\na\n'],
    ['white space in a string', 'a "b c"\n', 'a "b  c"\n'],
    ['white space between two variables', 'a "$b$c"\n', 'a "$b $c"\n'],
    ['white space at the start of a string', 'a "$b"\n', 'a " $b"\n'],
    ['two words made one', 'a b"c"\n', 'a b "c"\n'],
    ['the kind of quotes', 'a "$b"\n', "a '$b'\n"],
    ['quotes', 'a "$b"\n', 'a $b\n'],
    ['two values made one', 'for a in b `c`; do d; done\n', 'for a in b`c`; do d; done\n'],
    ['two elements made one', 'a=(b `c`)\n', 'a=(b`c`)\n'],
    ['two commands made one', 'a\nb\n', 'a b\n'],
    ['a command in the background', 'a; b\n', 'a& b\n'],
    ['a value made a command', 'a=$(b)\n', 'a= $(b)\n'],
    ['a number made a word', 'a 2>b\n', 'a 2 >b\n'],
    ['the text of a here document', 'a <<E\n  b\nE\n', 'a <<E\nb\nE\n'],
    ['a blank line in a here document', 'a <<E\nb\n\nc\nE\n', 'a <<E\nb\nc\nE\n'],
    ['what a here document computes', "a <<'E'\n$b\nE\n", 'a <<E\n$b\nE\n'],
    ['a default', 'a ${b:-c}\n', 'a ${b-c}\n'],
    ['white space in a default', 'a "${b:-c d}"\n', 'a "${b:-c  d}"\n'],
    ['braces', 'a {b,c}\n', 'a {b,c,}\n'],
    ['where a condition ends', 'if a; b; then c; fi\n', 'if a; then b; c; fi\n'],
    ['where a loop ends', 'while a; do b; done; c\n', 'while a; do b; c; done\n'],
  ]);

  describe('in tests', () => {
    const test = '@test "rejects it" {\n  run a\n}\n';
    cosmetic('a.bats', [['white space', test, test.replace('  run', '    run')]]);
    different('a.bats', [
      ['a title', test, test.replace('it', 'all')],
      ['a command', test, test.replace('a\n', 'b\n')],
    ]);
  });
});

describe('reading Bash', () => {
  linear(PATH, 'f() {\n  if [ "$1" = a ]; then b | c; fi\n}\n', [
    'f() { ',
    '$(',
    '"$(',
    'if a; then ',
    'a <<E\n',
    '((',
    '${a:-',
    'case a in b) ',
  ]);
});
