import assert from 'node:assert/strict';
import type { Finding, Severity } from '../../src/model/finding.ts';
import type { RuleLevel } from '../../src/model/settings.ts';
import { settle } from '../../src/rules/settle.ts';

const place = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 1 } });

const finding = (rule: string, severity: Severity, line = 3): Finding => ({
  rule,
  severity,
  message: '',
  file: '/w/a.case.yaml',
  range: place(line),
});

function settled(
  findings: readonly Finding[],
  levels: Readonly<Record<string, RuleLevel>>,
  suppressions: readonly (readonly [rule: string, line: number])[] = [],
): string[] {
  const wishes = {
    levels: new Map(Object.entries(levels)),
    suppressions: suppressions.map(([rule, line]) => ({ rule, line, range: place(line - 1) })),
  };
  return settle(findings, wishes, '/w/a.case.yaml').map(
    ({ rule, severity, message }) => `${rule} ${severity}${message ? `: ${message}` : ''}`,
  );
}

describe('what a person sets', () => {
  const ROWS: readonly (readonly [
    rule: string,
    found: Severity,
    set: RuleLevel | undefined,
    shown: string[],
  ])[] = [
    ['evidence-changed', 'warning', undefined, ['evidence-changed warning']],
    ['evidence-changed', 'warning', 'error', ['evidence-changed error']],
    ['evidence-changed', 'warning', 'hint', ['evidence-changed hint']],
    ['evidence-changed', 'warning', 'off', []],
    // Off by default.
    ['weasel-words', 'hint', undefined, []],
    ['weasel-words', 'hint', 'warning', ['weasel-words warning']],
    // A mention is milder than evidence, and stays so.
    ['evidence-missing', 'information', undefined, ['evidence-missing information']],
    ['evidence-missing', 'information', 'warning', ['evidence-missing information']],
    ['evidence-missing', 'information', 'hint', ['evidence-missing hint']],
    ['evidence-missing', 'information', 'off', []],
    // Nothing silences what was not read.
    ['syntax', 'error', 'off', ['syntax error']],
  ];
  for (const [rule, severity, set, shown] of ROWS) {
    it(`makes ${rule}, found as ${severity} and set to ${set ?? 'nothing'}, ${shown[0] ?? 'silent'}`, () => {
      assert.deepEqual(settled([finding(rule, severity)], set === undefined ? {} : { [rule]: set }), shown);
    });
  }
});

describe('a comment', () => {
  it('silences its rule in its line, and nothing else', () => {
    const findings = [
      finding('undeveloped', 'information'),
      finding('undeveloped', 'information', 4),
      finding('same-text', 'hint'),
    ];
    assert.deepEqual(settled(findings, {}, [['undeveloped', 3]]), [
      'undeveloped information',
      'same-text hint',
    ]);
  });

  it('that silences nothing is found', () => {
    assert.deepEqual(settled([], {}, [['undeveloped', 3]]), [
      'unused-suppression hint: There is no undeveloped in line 4, so this silences nothing. Remove it.',
    ]);
    assert.deepEqual(settled([], { 'unused-suppression': 'off' }, [['undeveloped', 3]]), []);
  });

  it('about what comes and goes by the changes of others is left alone', () => {
    assert.deepEqual(settled([], {}, [['evidence-changed', 3]]), []);
  });

  it('silences a rule that is off, too', () => {
    assert.deepEqual(settled([finding('weasel-words', 'hint')], {}, [['weasel-words', 3]]), []);
  });

  it('that names a rule wrongly, or none, is told so', () => {
    assert.deepEqual(
      settled([], {}, [
        ['undevelopd', 3],
        ['', 5],
        ['nonsense', 6],
      ]),
      [
        'unknown-rule warning: There is no rule undevelopd. Did you mean undeveloped?',
        'unknown-rule warning: This names no rule. Write which findings it is to silence: `warrant-disable-next-line RULE`.',
        'unknown-rule warning: There is no rule nonsense. `warrant rules` lists them.',
      ],
    );
  });

  it('cannot silence what was not read', () => {
    assert.deepEqual(settled([finding('syntax', 'error')], {}, [['syntax', 3]]), [
      'syntax error',
      'unknown-rule warning: syntax cannot be silenced, because what it speaks of was not read. Correct it, and remove this.',
    ]);
  });
});
