import { say } from '../../l10n/say.ts';
import type { Case, CaseNode, EvidenceLink } from '../../model/case.ts';
import type { NodeKind } from '../../model/kinds.ts';
import { LineIndex } from '../../model/text.ts';
import type { Reader } from '../format.ts';
import { collectFindings } from '../finding-list.ts';
import type { Problem } from '../problem.ts';
import { uniqueNames } from '../yaml/case-builder.ts';
import { folded } from '../yaml/scalars.ts';
import { createWholeLines } from '../yaml/whole-lines.ts';
import { type FrontMatter, readFrontMatter, scalarIn, valueOf } from './front-matter.ts';
import { linksOfItem } from './item-links.ts';
import { kindOfId } from './kinds.ts';
import { type Statement, readStatement } from './statement.ts';

/**
 * Reads one of trudag's items: a Markdown file whose front matter says whether it is normative and what it rests on. The file's name is the id.
 * Alone it is a case of one node; within a graph it says what the node of its name is.
 */
export const readItem: Reader = (text, { file, stem }) => {
  const lines = new LineIndex(text);
  const front = readFrontMatter(text);
  const prose = readStatement(text, front?.span);
  const said = saidBy(prose, front);
  const { report, sorted } = collectFindings(file, lines);
  for (const problem of [...(front ? front.problems : [noFrontMatter(stem)]), ...prose.problems])
    report(problem);
  if (said.text === '') report(nothingSaid(stem));
  const node: CaseNode = {
    key: stem,
    id: stem,
    kind: kindOf(stem, front),
    text: said.text,
    range: lines.range(0, text.length),
    // The id is the file's name and stands nowhere in it; the statement is where people look.
    idRange: lines.range(said.span.start, endOfLine(text, said.span)),
    textRange: lines.range(said.span.start, said.span.end),
    parents: [],
    derived: false,
    undeveloped: false,
    satisfies: [],
    fields: [],
  };
  const one: Case = {
    id: stem,
    title: stem,
    titleRange: node.idRange,
    range: node.range,
    format: 'tsf',
    nodes: [node],
    evidence: linksIn(stem, { front, prose: said, mentions: prose.mentions }, lines),
    references: [],
    uses: [],
  };
  return { cases: [one], findings: sorted() };
};

/** The prose, or where there is none what the front matter says in its place. */
function saidBy(prose: Statement, front: FrontMatter | undefined): Pick<Statement, 'text' | 'span'> {
  if (prose.text !== '' || !front?.map) return prose;
  const written = scalarIn(valueOf(front.map, 'text') ?? valueOf(front.map, 'header'), front);
  return written ? { text: folded(written.text), span: written.span } : prose;
}

function kindOf(id: string, front: FrontMatter | undefined): NodeKind {
  const normative = front?.map && scalarIn(valueOf(front.map, 'normative'), front);
  return normative && /^(?:false|no|off)$/i.test(normative.text) ? 'context' : kindOfId(id);
}

interface Parts {
  readonly front: FrontMatter | undefined;
  readonly prose: Pick<Statement, 'text' | 'span'>;
  readonly mentions: Statement['mentions'];
}

function linksIn(parent: string, { front, prose, mentions }: Parts, lines: LineIndex): EvidenceLink[] {
  const keys = uniqueNames();
  const wholeLines = createWholeLines(lines);
  const written = [
    ...(front ? linksOfItem(front) : []).map(({ written: { span }, ...link }) => ({
      ...link,
      span,
      doubtful: false,
      hyperlink: false,
    })),
    ...mentions.map((mention) => ({ ...mention, cited: false })),
  ];
  return written.map(({ locator, span, cited, doubtful, hyperlink }) => ({
    key: keys(`${parent}:${locator}`),
    parent,
    locator,
    range: lines.range(span.start, span.end),
    madeBy: wholeLines([prose.span, span]),
    cited,
    role: 'evidence',
    ...(doubtful && { doubtful }),
    ...(hyperlink && { hyperlink }),
  }));
}

function endOfLine(text: string, { start, end }: { start: number; end: number }): number {
  const line = text.slice(start, end).search(/[\r\n]/);
  return line < 0 ? end : start + line;
}

function noFrontMatter(id: string): Problem {
  return {
    rule: 'not-an-item',
    severity: 'warning',
    message: say(
      '{0} has no front matter, so trudag does not know what it is. Begin the file with ---, normative: true and ---.',
      id,
    ),
    span: { start: 0, end: 0 },
    node: id,
  };
}

function nothingSaid(id: string): Problem {
  return {
    rule: 'missing-text',
    severity: 'warning',
    message: say('{0} says nothing. Write its statement below the front matter.', id),
    span: { start: 0, end: 0 },
    node: id,
  };
}
