import type { NodeReference } from '../model/case.ts';
import { fileOf } from '../model/file-of.ts';
import { push } from '../model/multimap.ts';
import { type Position, type Range, comparePositions, contains } from '../model/text.ts';
import type { JudgedCase, JudgedLink, JudgedNode } from '../project/snapshot.ts';

/** A link, a node or a reference to one, in its case. */
export interface LinkPart {
  readonly case: JudgedCase;
  readonly judged: JudgedLink;
}
export interface NodePart {
  readonly case: JudgedCase;
  readonly node: JudgedNode;
}
export interface ReferencePart {
  readonly case: JudgedCase;
  readonly reference: NodeReference;
}

/** All that is written in one claim file, by whatever cases, each in the order in which it was read. */
export interface FileParts {
  readonly links: readonly LinkPart[];
  readonly nodes: readonly NodePart[];
  readonly references: readonly ReferencePart[];
  /** The locators, references and ids that touch a line, 0-based; locators first. */
  onLine(line: number): readonly Written[];
  /** The nodes whose text covers a position, the innermost first. */
  around(position: Position): readonly NodePart[];
}

/** Something that stands at a place. */
export type Written =
  | ({ readonly is: 'link'; readonly range: Range } & LinkPart)
  | ({ readonly is: 'reference'; readonly range: Range } & ReferencePart)
  | ({ readonly is: 'node'; readonly range: Range } & NodePart);

/** Ids that are made from texts may have long ranges; what is asked for stands on the first lines of these. */
const MOST_LINES = 20;

/** Gathers what some cases have written in a file. @param file absolute */
export function partsOfFile(cases: readonly JudgedCase[], file: string): FileParts {
  const links: LinkPart[] = [];
  const nodes: NodePart[] = [];
  const references: ReferencePart[] = [];
  for (const one of cases) {
    for (const judged of one.links.values())
      if (fileOf(one, judged.link) === file) links.push({ case: one, judged });
    for (const node of one.nodes.values())
      if (fileOf(one, node.node) === file) nodes.push({ case: one, node });
    for (const reference of one.case.references)
      if (fileOf(one, reference) === file) references.push({ case: one, reference });
  }
  let lines: Map<number, Written[]> | undefined;
  return {
    links,
    nodes,
    references,
    onLine(line) {
      lines ??= byLine({ links, nodes, references });
      return lines.get(line) ?? [];
    },
    around(position) {
      return nodes
        .filter(({ node }) => contains(node.node.range, position))
        .sort((a, b) => inside(a.node.node.range, b.node.node.range));
    },
  };
}

function byLine({
  links,
  nodes,
  references,
}: Pick<FileParts, 'links' | 'nodes' | 'references'>): Map<number, Written[]> {
  const lines = new Map<number, Written[]>();
  const add = (written: Written): void => {
    const { start, end } = written.range;
    for (let line = start.line; line <= Math.min(end.line, start.line + MOST_LINES); line++)
      push(lines, line, written);
  };
  for (const part of links) add({ is: 'link', range: part.judged.link.range, ...part });
  for (const part of references) add({ is: 'reference', range: part.reference.range, ...part });
  for (const part of nodes) add({ is: 'node', range: part.node.node.idRange, ...part });
  return lines;
}

/** What begins later, or ends earlier, is further inside. */
function inside(a: Range, b: Range): number {
  return comparePositions(b.start, a.start) || comparePositions(a.end, b.end);
}
