import type { Case, CaseNode, EvidenceLink, NodeReference } from '../../model/case.ts';
import type { LineIndex, Range } from '../../model/text.ts';
import type { Span } from '../span.ts';
import { uniqueNames } from '../yaml/case-builder.ts';
import { folded } from '../yaml/scalars.ts';
import { createWholeLines } from '../yaml/whole-lines.ts';
import type { Argument } from './argument.ts';
import { defeatedInferences } from './defeated.ts';
import type { Element } from './element.ts';
import { linksOf } from './links.ts';
import type { Module } from './module.ts';

/** All that was read of one document. */
export interface CaseParts {
  readonly id: string;
  readonly span: Span;
  readonly elements: readonly Element[];
  readonly module: Module;
  readonly argument: Argument;
}

/** Puts a case together as the model has it. */
export function buildCase(parts: CaseParts, source: string, lines: LineIndex): Case {
  const { id, span, elements, module, argument } = parts;
  const rangeOf = ({ start, end }: Span): Range => lines.range(start, end);
  const names = uniqueNames();
  const keys = new Map(elements.map((element) => [element, names(element.id.text)]));
  const title = module.brief ?? module.name;
  return {
    id,
    title: title ? folded(title.text) : id,
    titleRange: title ? rangeOf(title.span) : rangeOf({ start: span.start, end: span.start }),
    range: rangeOf(span),
    format: 'gsn2x',
    nodes: elements.flatMap((element) => [
      buildNode(element, argument, keys, rangeOf),
      ...defeatedInferences(element).map(({ text, span: at, id: name }) => ({
        ...buildNode(element, argument, keys, rangeOf),
        ...{ key: names(name), id: name, kind: 'inference' as const, text },
        ...{ range: rangeOf(at), idRange: rangeOf(at), textRange: rangeOf(at) },
        ...{ parents: [keys.get(element)!], derived: true, undeveloped: false, defeated: true },
      })),
    ]),
    evidence: buildLinks(parts, keys, source, lines),
    references: argument.references.map(({ from, to, upward }): NodeReference => ({
      from: keys.get(from)!,
      target: to.text,
      range: rangeOf(to.span),
      ...(upward && { upward }),
    })),
    uses: module.uses.map(({ text, span: at }) => ({ as: 'module', path: text, range: rangeOf(at) })),
  };
}

function buildNode(
  element: Element,
  { parentOf, attacking }: Argument,
  keys: ReadonlyMap<Element, string>,
  rangeOf: (span: Span) => Range,
): CaseNode {
  const { id, text, span, undeveloped } = element;
  const parent = parentOf.get(element);
  const isSupport = element.kind !== 'undercut' && attacking.has(element);
  return {
    key: keys.get(element)!,
    id: id.text,
    kind: isSupport ? 'rebuttal' : element.kind,
    text: folded(text?.text ?? ''),
    range: rangeOf(span),
    idRange: rangeOf(id.span),
    textRange: rangeOf((text ?? id).span),
    parents: parent ? [keys.get(parent)!] : [],
    derived: false,
    undeveloped,
    ...(isDefeated(element) && { defeated: true }),
    satisfies: [],
    fields: [],
  };
}

/** A challenge that was found not to hold is one that its element no longer makes. */
function isDefeated({ defeated, relations, defeatedRelations }: Element): boolean {
  const challenge = relations.find(({ key }) => key === 'challenges');
  return defeated || defeatedRelations.some(({ text }) => text === challenge?.target.text);
}

function buildLinks(
  { elements, argument }: CaseParts,
  keys: ReadonlyMap<Element, string>,
  source: string,
  lines: LineIndex,
): EvidenceLink[] {
  const names = uniqueNames();
  const wholeLines = createWholeLines(lines);
  return elements.flatMap((element) =>
    linksOf(element, argument, source).map(({ locator, span, hyperlink, cited, madeBy }): EvidenceLink => {
      const key = keys.get(element)!;
      const parent = argument.parentOf.get(element);
      const isSolution = element.kind === 'evidence' && !argument.attacking.has(element);
      return {
        key: names(`${key}:${locator}`),
        parent: isSolution && parent ? keys.get(parent)! : key,
        ...(isSolution && { node: key }),
        locator,
        range: lines.range(span.start, span.end),
        madeBy: wholeLines(madeBy),
        ...(hyperlink && { hyperlink }),
        cited,
        role: 'evidence',
      };
    }),
  );
}
