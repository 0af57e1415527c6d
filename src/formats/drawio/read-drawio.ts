import type { Case } from '../../model/case.ts';
import { baseName } from '../../model/paths.ts';
import { LineIndex } from '../../model/text.ts';
import { collectFindings } from '../finding-list.ts';
import type { Reader, ReadResult, Source } from '../format.ts';
import { slug } from '../markdown/ids.ts';
import { uniqueNames } from '../yaml/case-builder.ts';
import { buildCase } from './build-case.ts';
import { readDrawing } from './drawing.ts';
import { readingOrder } from './order.ts';
import { damaged, isPointer, noClaims, noDiagram, notADrawing } from './problems.ts';
import type { Problem } from './problems.ts';
import { problemsOf, readPage } from './read-page.ts';
import type { ReadPage } from './read-page.ts';
import { packedAt, wholeFile } from './source-text.ts';
import type { SourceText } from './source-text.ts';
import { contentOfSvg } from './svg.ts';

/**
 * Reads the arguments that draw.io's drawings show, each page by itself: shapes whose text begins with a keyword or an id are nodes, and connectors
 * say what hangs under what. Takes the XML itself or an SVG that holds it. Ranges in what is packed are those of the package.
 */
export const readDrawio: Reader = (text, source) => {
  const name = baseName(source.file);
  const lines = new LineIndex(text);
  const svg = contentOfSvg(text);
  if (!svg) return readXml(wholeFile(text), source, lines);
  if (!svg.content) return onlyProblem(noDiagram(name, text, firstLine(text)), source, lines);
  return readXml(svg.content, source, lines);
};

/** Reads a drawing that was taken out of a file without lines, such as a PNG. All ranges are the beginning of the file. */
export function readEmbedded(xml: string, source: Source): ReadResult {
  return readXml(packedAt(xml, { start: 0, end: 0 }), source, new LineIndex(''));
}

/** A result with nothing but what is wrong. */
export function onlyProblem(problem: Problem, { file }: Source, lines: LineIndex): ReadResult {
  const findings = collectFindings(file, lines);
  findings.report(problem);
  return { cases: [], findings: findings.sorted() };
}

function readXml(xml: SourceText, source: Source, lines: LineIndex): ReadResult {
  const start = xml.span(0, firstLine(xml.text).end);
  const drawing = readDrawing(xml);
  if (!drawing) {
    const name = baseName(source.file);
    if (xml.text.trim() === '') return onlyProblem(noClaims(start), source, lines);
    const isPicture = !/\.(?:drawio|dio|xml)$/i.test(name) || isPointer(xml.text);
    return onlyProblem(
      isPicture ? noDiagram(name, xml.text, start) : notADrawing(name, start),
      source,
      lines,
    );
  }
  const findings = collectFindings(source.file, lines);
  const pages = drawing.pages.flatMap((page) => readPage(page, source.prefixes) ?? []);
  for (const one of drawing.damage) findings.report(damaged(one));
  for (const page of pages) problemsOf(page).forEach(findings.report);
  if (findings.isEmpty() && pages.length === 0) findings.report(noClaims(start));
  return { cases: toCases(pages, source, lines), findings: findings.sorted() };
}

/** `Page-1`, as draw.io calls pages in whatever language. */
const UNNAMED = /^\p{L}+[- ]?\d+$/u;

function toCases(pages: readonly ReadPage[], { stem }: Source, lines: LineIndex): Case[] {
  const ids = uniqueNames('-');
  return pages.map((read, index) => {
    const { page, nodes, texts, arrangement } = read;
    const order = readingOrder(
      nodes.map(({ box }) => box),
      arrangement,
    );
    const id = pages.length === 1 ? stem : `${stem}-${slug(page.name) || String(index + 1)}`;
    const top = texts[order[0]!];
    const title =
      top && top.text !== '' && (page.name === '' || UNNAMED.test(page.name))
        ? top
        : { text: page.name || stem, span: page.nameSpan };
    return buildCase({ ...read, id: ids(id), title }, order, lines);
  });
}

function firstLine(text: string): { start: number; end: number } {
  const length = text.search(/[\r\n]/);
  return { start: 0, end: length < 0 ? text.length : length };
}
