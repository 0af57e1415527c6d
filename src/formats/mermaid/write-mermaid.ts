import type { NodeKind } from '../../model/kinds.ts';
import type { NodeState } from '../../model/state.ts';
import type { Branch } from '../writing/branches.ts';
import type { Topic } from '../writing/statements.ts';
import type { OutlinedCase, Writer } from '../writing/writer.ts';

/**
 * Writes cases as one Mermaid flowchart, a subgraph each where there are several. Ids of the chart are its own, since Mermaid reserves
 * words; what people read are the labels.
 */
export const mermaidWriter: Writer = {
  idRules: { allows: (id) => id !== '', instead: ({ id, kind }, number) => `${id || kind}-${number + 1}` },
  write: (cases) => {
    const lines = ['flowchart TD'];
    const number = counter();
    const stateOf = new Map<string, NodeState>();
    for (const outlined of cases) {
      const { case: one } = outlined;
      const chart = chartOf(outlined, number, stateOf);
      if (cases.length === 1) lines.push(...chart);
      else
        lines.push(
          `  subgraph case${number()} ["${label(one.title)}"]`,
          ...chart.map((line) => `  ${line}`),
          '  end',
        );
    }
    const used = new Set(cases.flatMap((one) => one.case.nodes.map(({ kind }) => STYLES[kind].style)));
    used.add('evidence');
    for (const [name, style] of Object.entries(CLASSES))
      if (used.has(name)) lines.push(`  classDef ${name} ${style}`);
    for (const [state, style] of Object.entries(STATE_CLASSES)) {
      const names = [...stateOf].flatMap(([name, own]) => (own === state ? [name] : []));
      if (names.length > 0) lines.push(`  classDef ${state} ${style}`, `  class ${names.join(',')} ${state}`);
    }
    return `${lines.join('\n')}\n`;
  },
};

/** What a chart shows of a node. */
export const MERMAID_SAYS: ReadonlySet<Topic> = new Set<Topic>([
  'kind',
  'text',
  'place',
  'evidence',
  'undeveloped',
  'defeated',
  'further-support',
]);

interface Style {
  /** What stands before and behind the label, which gives the shape. */
  readonly shape: readonly [string, string];
  readonly arrow: string;
  readonly style: string;
}

const NOTE = { shape: ['>', ']'], arrow: '-. challenged by .->', style: 'defeater' } as const;
const ASIDE = { shape: ['(', ')'], arrow: '-.-', style: 'aside' } as const;

/** GSN's shapes as near as Mermaid has them; defeaters are notes. */
const STYLES: Readonly<Record<NodeKind, Style>> = {
  claim: { shape: ['[', ']'], arrow: '-->', style: 'claim' },
  strategy: { shape: ['[/', '/]'], arrow: '-->', style: 'strategy' },
  evidence: { shape: ['([', '])'], arrow: '-->', style: 'evidence' },
  context: ASIDE,
  assumption: ASIDE,
  justification: ASIDE,
  inference: { shape: ['{{', '}}'], arrow: '-.-', style: 'aside' },
  rebuttal: NOTE,
  undercut: NOTE,
  undermine: NOTE,
  asset: { shape: ['[(', ')]'], arrow: '-->', style: 'claim' },
  threat: NOTE,
  control: { shape: ['[', ']'], arrow: '-->', style: 'claim' },
};

/** Colours that can be read on a light and on a dark page. */
const CLASSES: Readonly<Record<string, string>> = {
  claim: 'fill:#e8f1fb,stroke:#3a6ea5,color:#11263c',
  strategy: 'fill:#eef7ec,stroke:#4d8a45,color:#15300f',
  evidence: 'fill:#f6f6f6,stroke:#777777,color:#222222',
  aside: 'fill:#ffffff,stroke:#999999,color:#333333,stroke-dasharray:4 3',
  defeater: 'fill:#fdecea,stroke:#b3362b,color:#4a120d',
};

/** What is in no good state has another border; that each box also says its state makes it no matter of colour alone. */
const STATE_CLASSES: Readonly<Partial<Record<NodeState, string>>> = {
  broken: 'stroke:#b01011,stroke-width:3px',
  failing: 'stroke:#b01011,stroke-width:3px',
  stale: 'stroke:#855f00,stroke-width:3px',
  challenged: 'stroke:#855f00,stroke-width:3px',
  undeveloped: 'stroke:#855f00,stroke-width:3px',
};

/** @param stateOf gets the state of each box that has one, by its name in the chart */
function chartOf(
  { roots, states }: OutlinedCase,
  number: () => number,
  stateOf: Map<string, NodeState>,
): string[] {
  const names = new Map<string, string>();
  const name = (branch: Branch): void => {
    names.set(branch.id, `n${number()}`);
    branch.children.forEach(name);
  };
  roots.forEach(name);
  const lines: string[] = [];
  const standing = (name: string, state: NodeState | undefined): string[] => {
    if (state !== undefined) stateOf.set(name, state);
    return state === undefined ? [] : [`<i>${state}</i>`];
  };
  const draw = (branch: Branch): void => {
    const { node, id, links, children, supportedBy } = branch;
    const own = names.get(id)!;
    const { shape, style } = STYLES[node.kind];
    const evidence =
      node.kind === 'evidence' ? links.map(({ locator }) => locator).filter((at) => at !== node.text) : [];
    const words = [
      `${node.derived ? '' : `<b>${label(id)}</b> `}${label(node.text)}`,
      ...evidence.map(label),
      // One that is left undeveloped may be found to be it, too.
      ...new Set([...remarks(branch), ...standing(own, states?.ofNode(node.key))]),
    ];
    lines.push(`  ${own}${shape[0]}"${words.join('<br>')}"${shape[1]}:::${style}`);
    if (node.kind !== 'evidence') {
      for (const { key, locator } of links) {
        const leaf = `n${number()}`;
        const words = [label(locator), ...standing(leaf, states?.ofLink(key))];
        lines.push(`  ${leaf}(["${words.join('<br>')}"]):::evidence`, `  ${own} --> ${leaf}`);
      }
    }
    for (const child of children) {
      draw(child);
      lines.push(edge(own, names.get(child.id)!, child.node.kind));
    }
    for (const other of supportedBy) {
      const target = names.get(other) ?? `n${number()}`;
      if (!names.has(other)) lines.push(`  ${target}["${label(other)}"]:::claim`);
      lines.push(`  ${own} --> ${target}`);
    }
  };
  roots.forEach(draw);
  return lines;
}

/** All arrows lead down: from what is supported or attacked to what supports or attacks it. */
function edge(parent: string, child: string, kind: NodeKind): string {
  return `  ${parent} ${STYLES[kind].arrow} ${child}`;
}

function remarks({ node }: Branch): string[] {
  return [...(node.undeveloped ? ['<i>undeveloped</i>'] : []), ...(node.defeated ? ['<i>defeated</i>'] : [])];
}

/** Text as Mermaid shows it, whatever it contains: everything that is neither letter, digit nor harmless is written by its number. */
function label(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N} .,!?'()/_+:-]/gu, (c) => `#${c.codePointAt(0)};`);
}

function counter(): () => number {
  let last = 0;
  return () => ++last;
}
