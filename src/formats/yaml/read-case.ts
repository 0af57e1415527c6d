import { isMap } from 'yaml';
import type { ParsedNode, YAMLMap } from 'yaml';
import { say } from '../../l10n/say.ts';
import type { Case } from '../../model/case.ts';
import type { LineIndex } from '../../model/text.ts';
import { buildCase } from './case-builder.ts';
import { reportCoercion } from './coercion.ts';
import { reportCutText } from './cut-text.ts';
import { CASE_KEYS, CHILD_KINDS } from './keys.ts';
import { fieldNamed, fieldsOf } from './pairs.ts';
import type { Field } from './pairs.ts';
import { readChildren } from './read-nodes.ts';
import type { Problem } from './problem.ts';
import type { Reading } from './reading.ts';
import { folded, spanOf } from './scalars.ts';
import type { Written } from './scalars.ts';
import { restOfLine } from './span.ts';
import { oneString } from './strings.ts';
import { readSubject } from './subject.ts';

/** A case whose id may still collide with that of another in the same file. */
export interface CaseDraft {
  /** As the author wrote it, if at all. */
  readonly id?: Written;
  readonly title?: Written;
  /** Everything but `id` and what depends on it. */
  readonly rest: Omit<Case, 'id' | 'title' | 'titleRange'>;
}

/** Reads one YAML document as a case; undefined, and a finding, where it is none. */
export function readCase(outer: Reading, contents: ParsedNode, lines: LineIndex): CaseDraft | undefined {
  const map = outer.follow(contents);
  if (!isMap(map) || !looksLikeCase(map)) {
    reportNoCase(outer, contents);
    return undefined;
  }
  const problems: Problem[] = [];
  const draft = readMap({ ...outer, report: (problem) => problems.push(problem) }, map, contents, lines);
  if (isOfAnotherSchema(draft, problems)) {
    reportOtherSchema(outer, draft.rest.nodes.length, contents);
    return undefined;
  }
  for (const problem of problems) outer.report(problem);
  return draft;
}

/**
 * Whether other tools' keys are all there is: no title, no evidence, and several nodes of which none says anything that is read. One remark for
 * each key would help nobody.
 */
function isOfAnotherSchema({ title, rest }: CaseDraft, problems: readonly Problem[]): boolean {
  const { nodes, evidence } = rest;
  if (title || evidence.length > 0 || nodes.length < 2 || nodes.some(({ text }) => text !== '')) return false;
  return problems.filter(({ rule }) => rule === 'unknown-key').length >= 2 * nodes.length;
}

function readMap(
  reading: Reading,
  map: YAMLMap<ParsedNode, ParsedNode | null>,
  contents: ParsedNode,
  lines: LineIndex,
): CaseDraft {
  const fields = fieldsOf(reading, map as YAMLMap.Parsed, CASE_KEYS, say('a case'));
  const builder = buildCase(lines, reading.report);
  readChildren(reading, builder, fields, undefined);
  const span = spanOf(contents, reading.text);
  const [id, title] = [string(reading, fields, 'id'), string(reading, fields, 'case')];
  if (id) reportCoercion(reading, id, 'id');
  if (title) {
    reportCoercion(reading, title, 'title');
    reportCutText(reading, title);
  }
  if (builder.nodes.length === 0) reportEmptyCase(reading, title ?? id, contents);
  const subject = readSubject(reading, fieldNamed(fields, 'subject'), lines);
  return {
    id,
    title,
    rest: {
      range: lines.range(span.start, span.end),
      format: 'yaml',
      ...(subject && { subject }),
      nodes: builder.nodes,
      evidence: builder.evidence,
      references: builder.references,
      uses: [],
    },
  };
}

/** Whether a document has one of the keys that make it a case: its title, its id, or one that holds nodes. */
export function looksLikeCase(map: { readonly items: readonly { readonly key: unknown }[] }): boolean {
  return map.items.some(({ key }) => {
    const name = typeof key === 'object' && key !== null && 'value' in key ? String(key.value) : '';
    return name === 'case' || name === 'id' || CHILD_KINDS.has(name);
  });
}

function string(reading: Reading, fields: readonly Field[], name: string): Written | undefined {
  const field = fieldNamed(fields, name);
  const expected = { message: say('`{0}` must be one text.', name) };
  const written = field && oneString(reading, field.value, field.key.span, expected);
  return written?.text ? { ...written, text: folded(written.text) } : undefined;
}

function reportNoCase(reading: Reading, contents: ParsedNode): void {
  reading.report({
    rule: 'not-a-case',
    severity: 'error',
    message: say(
      'This is not a case, and is not read: it has neither a title (`case: …`) nor claims. Write `claims:` and below it, indented, `C1: What holds`.',
    ),
    span: restOfLine(reading.text, contents.range[0]),
  });
}

function reportOtherSchema(reading: Reading, nodes: number, contents: ParsedNode): void {
  reading.report({
    rule: 'not-a-case',
    severity: 'error',
    message: say(
      'This is not a case, and is not read: it has no title (`case: …`), none of its {0} nodes has a text, and their keys are those of another tool. Write a case as `claims:` and below it, indented, `C1: What holds`.',
      nodes,
    ),
    span: restOfLine(reading.text, contents.range[0]),
  });
}

function reportEmptyCase(reading: Reading, title: Written | undefined, contents: ParsedNode): void {
  reading.report({
    rule: 'empty-case',
    severity: 'warning',
    message: say('This case has no claims yet. Write `claims:` and below it, indented, `C1: What holds`.'),
    span: title?.span ?? restOfLine(reading.text, contents.range[0]),
  });
}
