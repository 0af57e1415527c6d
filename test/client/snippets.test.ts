import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/paths.ts';
import { readMarkdown } from '../../src/formats/markdown/read-markdown.ts';
import { read } from '../formats/yaml/reading.ts';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

const MANIFEST = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  contributes: { snippets: readonly { language: string; path: string }[] };
};

function snippetsOf(language: string): [string, Snippet][] {
  const { path } = MANIFEST.contributes.snippets.find((one) => one.language === language)!;
  return Object.entries(JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as Record<string, Snippet>);
}

/** What a snippet writes if nobody changes a thing. */
function written({ body }: Snippet): string {
  return body
    .join('\n')
    .replace(/\$0/g, '')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1');
}

/** The text around each YAML snippet, with `…` where it is written. */
const AROUND: Readonly<Record<string, string>> = {
  'warrant-case': '…',
  'warrant-claim': 'case: x\nclaims:\n  …',
  'warrant-claims': 'case: x\nclaims:\n  …',
  'warrant-rebuttal': 'case: x\nclaims:\n  C1:\n    text: x\n    …',
  'warrant-accepted':
    'case: x\nclaims:\n  C1:\n    text: x\n    rebuttals:\n      R1:\n        text: x\n        …',
  'warrant-threat': 'case: x\nassets: { A1: x }\nthreats:\n  …',
  'warrant-control': 'case: x\nthreats: { T1: x }\ncontrols:\n  …',
  'warrant-findings': 'case: x\nclaims:\n  C1:\n    text: x\n    evidence:\n      …',
  'warrant-tests': 'case: x\nclaims:\n  C1:\n    text: x\n    evidence:\n      …',
  'warrant-coverage': 'case: x\nclaims:\n  C1:\n    text: x\n    evidence:\n      …',
};

describe('client: snippets', () => {
  for (const language of ['yaml', 'markdown']) {
    it(`${language}: bother nobody, since all of their prefixes begin alike and are different`, () => {
      const prefixes = snippetsOf(language).map(([, { prefix }]) => prefix);
      assert.deepEqual(
        prefixes.filter((prefix) => !/^warrant-[a-z]+$/.test(prefix)),
        [],
      );
      assert.equal(new Set(prefixes).size, prefixes.length);
    });
  }

  for (const [name, snippet] of snippetsOf('yaml')) {
    it(`YAML: ${name} reads as a case with nothing wrong`, () => {
      const around = AROUND[snippet.prefix]!;
      const indent = /( *)…/.exec(around)![1]!;
      const text = around.replace('…', () => written(snippet).replaceAll('\n', `\n${indent}`));
      const { findings, cases } = read(text);
      assert.deepEqual(findings, [], text);
      assert.ok(cases[0]!.nodes.length > 0);
    });
  }

  for (const [name, snippet] of snippetsOf('markdown')) {
    it(`Markdown: ${name} reads as what it says`, () => {
      const isCase = snippet.prefix === 'warrant-case';
      const text = isCase ? written(snippet) : `# Assurance case\n\n# Top (C9)\n\n${written(snippet)}`;
      const { cases, findings } = readMarkdown(text, { file: '/w/a.case.md', stem: 'a' });
      const [one] = cases;
      assert.deepEqual(findings, [], text);
      assert.deepEqual(
        one!.evidence.map(({ locator, cited }) => [locator, cited]),
        [['path/to/file#symbol', true]],
      );
      const kind = snippet.prefix === 'warrant-rebuttal' ? 'rebuttal' : 'claim';
      assert.ok(one!.nodes.some((node) => node.kind === kind && one!.evidence[0]!.parent === node.key));
    });
  }
});
