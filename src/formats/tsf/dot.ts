import { say } from '../../l10n/say.ts';
import type { Problem } from '../problem.ts';
import type { Span } from '../span.ts';
import { type DotToken, dotTokens } from './dot-tokens.ts';

/** A name as written in a graph. */
export interface DotName {
  readonly text: string;
  /** Its characters, without quotes. */
  readonly span: Span;
}

/** `"A" [sha="…"]`, or the first place that names a node which has no such line. */
export interface DotNode {
  readonly name: DotName;
  readonly span: Span;
  /** Only an edge names it. */
  readonly implied: boolean;
}

export interface DotEdge {
  readonly from: DotName;
  readonly to: DotName;
}

export interface DotGraph {
  readonly nodes: readonly DotNode[];
  readonly edges: readonly DotEdge[];
  readonly problems: readonly Problem<'syntax'>[];
}

/**
 * Reads the graph of a DOT file: nodes and directed edges, those of subgraphs included. Attributes are skipped. What cannot be read is
 * reported once a statement and left out. Total, and linear in the text.
 */
export function parseDot(text: string): DotGraph {
  return new DotReader(dotTokens(text), text.length).read();
}

const GRAPH_WORDS: ReadonlySet<string> = new Set(['strict', 'graph', 'digraph', 'subgraph']);
const DEFAULT_WORDS: ReadonlySet<string> = new Set(['graph', 'node', 'edge']);

class DotReader {
  private at = 0;
  private readonly nodes = new Map<string, DotNode>();
  private readonly edges: DotEdge[] = [];
  private readonly problems: Problem<'syntax'>[] = [];

  constructor(
    private readonly tokens: readonly DotToken[],
    private readonly length: number,
  ) {}

  read(): DotGraph {
    while (this.peek()) this.readStatement();
    return { nodes: [...this.nodes.values()], edges: this.edges, problems: this.problems };
  }

  private peek(ahead = 0): DotToken | undefined {
    return this.tokens[this.at + ahead];
  }

  private isMark(mark: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token?.kind === 'mark' && token.text === mark;
  }

  private readStatement(): void {
    const token = this.peek()!;
    if (token.kind === 'mark' && /[{};,]/.test(token.text)) this.at++;
    else if (this.skipsHeader(token)) return;
    else if (token.kind !== 'name') this.skipUnreadable(token);
    else if (this.isMark('=', 1)) this.at += 3;
    else this.readNodes();
  }

  /** `digraph G`, `subgraph cluster_1`, and defaults such as `node [shape=box]`. */
  private skipsHeader({ kind, text, quoted }: DotToken): boolean {
    if (kind !== 'name' || quoted) return false;
    const word = text.toLowerCase();
    if (DEFAULT_WORDS.has(word) && this.isMark('[', 1)) {
      this.at++;
      this.skipAttributes();
      return true;
    }
    if (!GRAPH_WORDS.has(word)) return false;
    this.at++;
    if (this.peek()?.kind === 'name' && this.isMark('{', 1)) this.at++;
    return true;
  }

  /** One node, or several with arrows between, and their attributes. */
  private readNodes(): void {
    const start = this.peek()!.start;
    const names = [this.readName()];
    while (this.peek()?.kind === 'arrow') {
      const arrow = this.peek()!;
      this.at++;
      if (this.peek()?.kind === 'name') names.push(this.readName());
      else this.report(say('An arrow leads to nothing here. Write the id of an item behind it.'), arrow);
    }
    const end = this.skipAttributes() ?? this.tokens[this.at - 1]!.end;
    for (const name of names) this.addNode(name, { start, end }, names.length > 1);
    names.slice(1).forEach((to, index) => this.edges.push({ from: names[index]!, to }));
  }

  private addNode(name: DotName, span: Span, implied: boolean): void {
    const known = this.nodes.get(name.text);
    if (!known) this.nodes.set(name.text, { name, span: implied ? name.span : span, implied });
    else if (known.implied && !implied) this.nodes.set(name.text, { name, span, implied });
  }

  private readName(): DotName {
    const token = this.peek()!;
    this.at++;
    if (token.unclosed) this.report(say('The closing " of {0} is missing.', token.text), token);
    while (this.isMark(':') && this.peek(1)?.kind === 'name') this.at += 2;
    const quote = token.quoted ? 1 : 0;
    const start = token.start + quote;
    const end = token.unclosed ? token.end : token.end - quote;
    return { text: token.text, span: { start, end: Math.min(end, this.length) } };
  }

  /** Skips `[sha="…"]`, and gives the offset behind it; undefined where there are no attributes. */
  private skipAttributes(): number | undefined {
    let end: number | undefined;
    while (this.isMark('[')) {
      const open = this.peek()!;
      while (this.peek() && !this.isMark(']') && !this.isMark('}')) this.at++;
      if (!this.isMark(']')) {
        this.report(say('The closing ] of this bracket is missing.'), open);
        return open.end;
      }
      end = this.peek()!.end;
      this.at++;
    }
    return end;
  }

  private skipUnreadable(token: DotToken): void {
    this.report(
      say('This is no statement of a graph. Write "A" for an item, or "A" -> "B" where B supports A.'),
      token,
    );
    while (this.peek() && this.peek()!.kind !== 'name' && !/[;{}]/.test(this.peek()!.text)) this.at++;
  }

  private report(message: string, { start, end }: Span): void {
    this.problems.push({ rule: 'syntax', severity: 'error', message, span: { start, end } });
  }
}
