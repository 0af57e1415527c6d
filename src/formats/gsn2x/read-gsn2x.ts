import { isMap } from 'yaml';
import type { ParsedNode, YAMLMap } from 'yaml';
import { message, say } from '../../l10n/say.ts';
import type { Case } from '../../model/case.ts';
import { LineIndex } from '../../model/text.ts';
import { collectFindings } from '../finding-list.ts';
import type { Reader } from '../format.ts';
import { followAliases } from '../yaml/aliases.ts';
import { uniqueNames } from '../yaml/case-builder.ts';
import { parseDocuments } from '../yaml/documents.ts';
import { pairsOf } from '../yaml/pairs.ts';
import type { Field } from '../yaml/pairs.ts';
import { shapeOf } from '../yaml/reading.ts';
import { folded, isBlank, spanOf } from '../yaml/scalars.ts';
import { restOfLine } from '../yaml/span.ts';
import { joinElements } from './argument.ts';
import { buildCase } from './build-case.ts';
import { checkDevelopments, checkElements } from './check.ts';
import { readElement } from './element.ts';
import { typeOfId } from './kinds.ts';
import { readModule } from './module.ts';
import type { GsnReading } from './reading.ts';
import type { Report } from './problem.ts';
import { shown } from '../yaml/wording.ts';

/**
 * Reads gsn2x's YAML (github.com/jonasthewolf/gsn2x): each top-level key is an element of a Goal Structuring Notation argument. Elements only
 * refer to each other; the first that names one becomes its parent, and further ones refer to it. Pure, never throws, about linear time.
 */
export const readGsn2x: Reader = (text, source) => {
  const lines = new LineIndex(text);
  const { report, isEmpty, sorted } = collectFindings(source.file, lines);
  const { contents, hiddenTexts } = parseDocuments(text, report);
  const documents = contents.filter((node) => node !== null).filter((node) => !isBlank(node, text));
  if (documents.length === 0 && isEmpty()) reportEmpty(text, report);
  const ids = uniqueNames();
  const cases = documents.flatMap((document) => {
    const reading = { text, follow: followAliases(document, text, report), hiddenTexts, report };
    const read = readDocument(reading, document, lines);
    return read ? [read((name) => ids(name ?? source.stem))] : [];
  });
  return { cases, findings: sorted() };
};

/** Gives the case of a document, whose id is its module's name if it has one; undefined, and a finding, where it holds no elements. */
function readDocument(
  reading: GsnReading,
  document: ParsedNode,
  lines: LineIndex,
): ((idOf: (name: string | undefined) => string) => Case) | undefined {
  const map = reading.follow(document);
  const fields = isMap(map) ? pairsOf(reading, map as YAMLMap.Parsed) : [];
  const entries = fields.filter(({ key }) => key.text !== 'module');
  const block = fields.find(({ key }) => key.text === 'module');
  const elements = entries
    .filter((entry) => isElement(reading, entry))
    .map((entry) => readElement(reading, entry));
  const module = block ? readModule(reading, block) : { uses: [], develops: [] };
  if (elements.length === 0 && module.uses.length === 0) {
    reportNoElements(reading, document);
    return undefined;
  }
  const argument = joinElements(elements, module);
  checkElements(elements, argument, block === undefined, reading.report);
  checkDevelopments(module, argument, reading.report);
  const span = spanOf(document, reading.text);
  const name = module.name && folded(module.name.text);
  return (idOf) => buildCase({ id: idOf(name), span, elements, module, argument }, reading.text, lines);
}

/** An entry with an unknown kind of id is an element only if it holds keys; any other is reported. */
function isElement(reading: GsnReading, { key, value, halfTyped }: Field): boolean {
  if (typeOfId(key.text) !== undefined || shapeOf(reading, value).is === 'map') return true;
  if (halfTyped) return false;
  reading.report({
    rule: 'unknown-key',
    severity: 'warning',
    message: say(
      '`{0}` is no element of the argument and is not read. Ids begin with G, S, Sn, C, A, J, CG or CSn.',
      shown(key.text),
    ),
    span: key.span,
  });
  return false;
}

const HOW = message('Write an element as `G1:` and below it, indented, `text: What holds`.');

function reportNoElements(reading: GsnReading, document: ParsedNode): void {
  reading.report({
    rule: 'not-a-case',
    severity: 'error',
    message: `${say('There is no element of an argument here.')} ${say(HOW)}`,
    span: restOfLine(reading.text, document.range[0]),
  });
}

function reportEmpty(text: string, report: Report): void {
  const message = `${say('There is no argument in this file yet.')} ${say(HOW)}`;
  report({ rule: 'empty-case', severity: 'warning', message, span: restOfLine(text, 0) });
}
