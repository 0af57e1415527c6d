import GithubSlugger from 'github-slugger';
import type { Heading as HeadingNode, Nodes, Parents, Root } from 'mdast';

/** A heading and what stands below it. Lines are 1-based and inclusive. */
export interface Heading {
  /** As GitHub makes it of the heading's text: `what-it-says`, `what-it-says-1`. */
  readonly slug: string;
  /** Names that the author gave the place: `<a name="x">`, `{#x}`. */
  readonly anchors: readonly string[];
  /** 1 to 6. */
  readonly depth: number;
  readonly startLine: number;
  /** Up to the next heading of the same or a higher level. */
  readonly endLine: number;
}

const EXPLICIT = /\{#([^\s{}]+)\}\s*$/;
/** Stops at the next `<`, so that looking for the end takes no longer than the text is. */
const ANCHOR = /<[a-z][a-z\d-]*\s[^<>]*?\b(?:id|name)\s*=\s*["']?([^\s"'<>]+)/gi;

interface Found {
  readonly node: HeadingNode;
  /** Where what is around it ends, as an offset. */
  readonly end: number;
}

/** The headings of a document in its order, also those in lists and quotes. */
export function readHeadings(root: Root, text: string, lineAt: (offset: number) => number): Heading[] {
  const found: Found[] = [];
  const anchors: { name: string; offset: number }[] = [];
  collect(root, text.length, found, anchors);
  const slugger = new GithubSlugger();
  const ends = endsOf(found);
  let next = 0;
  return found.map(({ node }, i) => {
    const { start, end } = node.position!;
    const own: string[] = [];
    // An anchor stands in its heading or on the lines in front of it.
    for (; next < anchors.length && anchors[next]!.offset < end.offset!; next++) {
      const { name, offset } = anchors[next]!;
      if (offset >= start.offset! || standsBefore(text, offset, start.offset!)) own.push(name);
    }
    const title = textOf(node);
    const explicit = EXPLICIT.exec(title)?.[1];
    const last = text.slice(start.offset, ends[i]).trimEnd().length;
    return {
      slug: slugger.slug(title),
      anchors: explicit === undefined ? own : [...own, explicit],
      depth: node.depth,
      startLine: start.line,
      endLine: lineAt(start.offset! + Math.max(0, last - 1)),
    };
  });
}

/** Further away, an anchor is of something else. */
const NEAR = 1000;

/** Whether only tags stand between an anchor and a heading. */
function standsBefore(text: string, anchor: number, heading: number): boolean {
  if (heading - anchor > NEAR) return false;
  return (
    text
      .slice(anchor, heading)
      .replace(/<[^<>]*>/g, '')
      .trim() === ''
  );
}

/** Where each heading's section ends, as an offset: at the next heading that is not below it, or with what is around it. */
function endsOf(found: readonly Found[]): number[] {
  const ends = found.map(({ end }) => end);
  const open: number[] = [];
  found.forEach(({ node }, i) => {
    while (open.length > 0 && found[open.at(-1)!]!.node.depth >= node.depth) {
      const closed = open.pop()!;
      ends[closed] = Math.min(ends[closed]!, node.position!.start.offset!);
    }
    open.push(i);
  });
  return ends;
}

function collect(
  node: Parents,
  end: number,
  found: Found[],
  anchors: { name: string; offset: number }[],
): void {
  for (const child of node.children) {
    if (child.type === 'heading') found.push({ node: child, end });
    if (child.type === 'html') {
      const offset = child.position!.start.offset!;
      for (const match of child.value.matchAll(ANCHOR)) anchors.push({ name: match[1]!, offset });
    }
    if ('children' in child) {
      const inner =
        child.type === 'heading' || child.type === 'paragraph' ? end : child.position!.end.offset!;
      collect(child, inner, found, anchors);
    }
  }
}

/** The text that a page shows, which has no pictures. */
function textOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
