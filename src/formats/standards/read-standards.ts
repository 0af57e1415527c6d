import { isMap } from 'yaml';
import type { ParsedNode, YAMLMap } from 'yaml';
import { say } from '../../l10n/say.ts';
import type { Finding } from '../../model/finding.ts';
import type { Standard } from '../../model/standard.ts';
import { LineIndex } from '../../model/text.ts';
import type { Range } from '../../model/text.ts';
import { collectFindings } from '../finding-list.ts';
import { followAliases } from '../yaml/aliases.ts';
import { parseDocuments } from '../yaml/documents.ts';
import { fieldNamed, fieldsOf } from '../yaml/pairs.ts';
import type { Field } from '../yaml/pairs.ts';
import type { Report } from '../yaml/problem.ts';
import { reportWrongType, shapeOf } from '../yaml/reading.ts';
import type { Reading } from '../yaml/reading.ts';
import { folded, isBlank } from '../yaml/scalars.ts';
import type { Written } from '../yaml/scalars.ts';
import { restOfLine } from '../yaml/span.ts';
import { oneString } from '../yaml/strings.ts';
import { shown } from '../yaml/wording.ts';
import { requirementsReader } from './requirements.ts';

const KEYS = ['standard', 'title', 'version', 'url', 'partial', 'requirements'] as const;

/** A standard with the place of its id. */
export interface WrittenStandard {
  readonly standard: Standard;
  readonly idRange: Range;
}

/** The standards of a file, as far as they can be read, and what is wrong with the rest: findings of the rule `standard`. */
export interface StandardsRead {
  readonly standards: readonly WrittenStandard[];
  readonly findings: readonly Finding[];
}

/**
 * Reads a file with standards: each YAML document is one. Pure and total, as the readers of cases are.
 *
 * @param file absolute path, with `/`
 */
export function readStandards(text: string, file: string): StandardsRead {
  const lines = new LineIndex(text);
  const { report: add, sorted } = collectFindings(file, lines);
  const report: Report = (problem) => add({ ...problem, rule: 'standard' });
  const { contents, hiddenTexts } = parseDocuments(text, report);
  const documents = contents.filter((node) => node !== null).filter((node) => !isBlank(node, text));
  const standards = documents.flatMap((document) => {
    const follow = followAliases(document, text, report);
    return readStandard({ text, follow, hiddenTexts, report }, document, lines, file) ?? [];
  });
  return { standards, findings: sorted() };
}

function readStandard(
  reading: Reading,
  document: ParsedNode,
  lines: LineIndex,
  file: string,
): WrittenStandard | undefined {
  const map = reading.follow(document);
  const fields = isMap(map) ? fieldsOf(reading, map as YAMLMap.Parsed, KEYS, say('a standard')) : [];
  const id = readId(reading, fields);
  if (!id) {
    const message = say(
      'This is no standard that cases can name, and is not read. Begin with `standard: ` and a short id such as `ACME-2025`.',
    );
    const span = restOfLine(reading.text, document.range[0]);
    reading.report({ rule: 'missing-text', severity: 'error', message, span });
    return undefined;
  }
  const string = (name: (typeof KEYS)[number]): string | undefined =>
    folded(stringOf(reading, fields, name)?.text ?? '') || undefined;
  const { requirements, read } = requirementsReader(reading, lines);
  const field = fieldNamed(fields, 'requirements');
  if (field) read(field, undefined);
  if (requirements.length === 0) {
    const message = say(
      '`{0}` has no requirements yet. Write `requirements:` and below it, indented, `R1: What it asks for`.',
      id.text,
    );
    reading.report({ rule: 'missing-text', severity: 'warning', message, span: id.span });
  }
  const [version, url, partial] = [string('version'), string('url'), readPartial(reading, fields)];
  const standard: Standard = {
    id: id.text,
    title: string('title') ?? id.text,
    ...(version !== undefined && { version }),
    ...(url !== undefined && { url }),
    ...(partial && { partial }),
    requirements,
    file,
  };
  return { standard, idRange: lines.range(id.span.start, id.span.end) };
}

function readId(reading: Reading, fields: readonly Field[]): Written | undefined {
  const written = stringOf(reading, fields, 'standard');
  if (!written || !/[\s:]/.test(written.text)) return written?.text ? written : undefined;
  const text = written.text.replace(/[\s:]+/g, '-').replace(/^-|-$/g, '');
  const message = say(
    'The id of a standard has no spaces and no colon, as claims write it before a colon. It is read as `{0}`; write that.',
    shown(text),
  );
  reportWrongType(reading, written.span, message);
  return text === '' ? undefined : { text, span: written.span };
}

function readPartial(reading: Reading, fields: readonly Field[]): boolean {
  const field = fieldNamed(fields, 'partial');
  if (!field) return false;
  const shape = shapeOf(reading, field.value);
  const text = shape.is === 'scalar' ? shape.written.text.toLowerCase() : '';
  if (text !== 'true' && text !== 'false') {
    reportWrongType(reading, field.valueSpan, say('`partial` must be `true` or `false`.'));
  }
  return text === 'true';
}

function stringOf(reading: Reading, fields: readonly Field[], name: string): Written | undefined {
  const field = fieldNamed(fields, name);
  const expected = { message: say('`{0}` of a standard must be one text.', name) };
  return field && oneString(reading, field.value, field.key.span, expected);
}
