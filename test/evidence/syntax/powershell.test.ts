import assert from 'node:assert/strict';
import { cosmetic, different, linear, outlineOf } from './edits.ts';

const PATH = 'scripts/Deploy.ps1';

describe('the outline of PowerShell', () => {
  it('has functions, classes with their members, and variables', async () => {
    const found = await outlineOf(
      PATH,
      `#Requires -Version 5
$script:Limit = 3
[int]$Count = 1
$all = @{
    A = 1
}

# Gets it.
function Get-Thing {
    [CmdletBinding()]
    param([Parameter(Mandatory)][int]$Id)
    process {
        $local = $Id
    }
}

filter Select-Old { $_ }
function script:Local($a, $b) { return 1 }

class Session : Base {
    [int] $Limit = 1
    static [string] $Name
    Session([int]$limit) { $this.Limit = $limit }
    [void] End([int]$code) {
        $this.Limit = 0
    }
}

enum Kind {
    Short
    Long = 2
}
`,
    );
    assert.deepEqual(found, [
      '2-2 variable Limit',
      '3-3 variable Count',
      '4-6 variable all',
      '9-15 function Get-Thing',
      '17-17 function Select-Old',
      '18-18 function Local',
      '20-27 class Session',
      '21-21 property Session.Limit',
      '22-22 property Session.Name',
      '23-23 method Session.Session',
      '24-26 method Session.End',
      '29-32 enum Kind',
      '30-30 property Kind.Short',
      '31-31 property Kind.Long',
    ]);
  });

  it('has the suites and tests of Pester by their titles', async () => {
    const found = await outlineOf(
      'Deploy.Tests.ps1',
      `Describe "Deploy" -Tag 'x' {
    BeforeAll { $x = 1 }
    Context 'when old' {
        It "rejects TLS 1.1" {
            $x | Should -Be 1
        }
        It 'rejects <name>' -TestCases @{ name = 1 } {
            Invoke-It $name
        }
    }
}
`,
    );
    assert.deepEqual(found, [
      '1-11 suite Deploy',
      '3-10 suite Deploy.when old',
      '4-6 test Deploy.when old.rejects TLS 1.1',
      '7-9 test Deploy.when old.rejects <name>',
    ]);
  });
});

describe('the meaning of PowerShell', () => {
  const script =
    'function F {\n    param([int]$A)\n    if ($A -eq 1) {\n        Write-Host "a $A" -NoNewline\n    }\n}\n';

  cosmetic(PATH, [
    ['white space', script, script.replace(/^ +/gm, '\t').replace('-eq 1', ' -eq  1')],
    ['line ends', script, script.replaceAll('\n', '\r\n')],
    ['a comment', script, script.replace('    if', '    # why\n    <# because #>\n    if')],
    ['semicolons for lines', '$a = 1\n$b = 2\n', '$a = 1; $b = 2\n'],
    ['an escaped line end', 'Get-It -A 1\n', 'Get-It `\n    -A 1\n'],
    ['entries on lines', '$a = @{ A = 1; B = 2 }\n', '$a = @{\n    A = 1\n    B = 2\n}\n'],
    ['white space in an empty block', 'Get-It -A { }\n', 'Get-It -A {\n}\n'],
    ['white space in a sum', '$a = 1+2\n', '$a = 1 + 2\n'],
  ]);

  different(PATH, [
    ['another value', script, script.replace('1)', '2)')],
    ['the version it requires', '#Requires -Version 5\n$a = 1\n', '#Requires -Version 7\n$a = 1\n'],
    ['white space in a string', '$a = "b c"\n', '$a = "b  c"\n'],
    ['white space between two variables', '$a = "$b$c"\n', '$a = "$b $c"\n'],
    ['the kind of quotes', '$a = "$b"\n', "$a = '$b'\n"],
    ['two commands made one', 'Get-It\nA\n', 'Get-It A\n'],
    ['two words made one', 'Get-It a"b"\n', 'Get-It a "b"\n'],
    ['the value of a parameter', 'Get-It -A:1\n', 'Get-It -A 1\n'],
    ['a value no longer returned', 'function F { return\n$a }\n', 'function F { return $a }\n'],
    ['the text of a here string', '$a = @"\nb\n  c\n"@\n', '$a = @"\nb\nc\n"@\n'],
    ['a comma behind which something follows', '$a = 1, 2\n', '$a = 1\n'],
    ['an escape', '$a = "`n"\n', '$a = "`t"\n'],
  ]);
});

describe('reading PowerShell', () => {
  linear(PATH, 'function F {\n  param([int]$A)\n  if ($A) { Get-It -B $A | C }\n}\n', [
    'function F { ',
    '$(',
    '"$(',
    '@{ A = ',
    'It "a" { ',
    '(1 + ',
    '$a = @"\n',
  ]);
});
