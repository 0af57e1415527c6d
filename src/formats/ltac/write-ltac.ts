import type { NodeKind } from '../../model/kinds.ts';
import { isAnswer } from '../writing/against.ts';
import type { Branch } from '../writing/branches.ts';
import type { Writer } from '../writing/writer.ts';

/** Writes one case in the Lightweight Text Assurance Case format: a line for each element, indented below what it supports. */
export const ltacWriter: Writer = {
  idRules: {
    allows: (id) => /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(id),
    instead: ({ kind }, number) => `${WORDS[kind].word}${number}`,
  },
  write: (cases) => {
    const [one] = cases;
    return one ? one.roots.map((root) => `${linesOf(root, undefined, '').join('\n')}\n`).join('\n') : '';
  },
};

/** The word of each kind, or of the nearest one that LTAC has. */
const WORDS: Readonly<Record<NodeKind, { readonly word: string; readonly attacks?: true }>> = {
  claim: { word: 'Claim' },
  strategy: { word: 'Strategy' },
  evidence: { word: 'Evidence' },
  context: { word: 'Context' },
  assumption: { word: 'Assumption' },
  justification: { word: 'Justification' },
  inference: { word: 'Relation' },
  rebuttal: { word: 'Claim', attacks: true },
  undercut: { word: 'Claim', attacks: true },
  undermine: { word: 'Claim', attacks: true },
  threat: { word: 'Claim', attacks: true },
  asset: { word: 'Context' },
  control: { word: 'Claim' },
};

function linesOf(branch: Branch, parent: Branch | undefined, indent: string): string[] {
  const { node, id, links, children } = branch;
  const { word, attacks } = WORDS[node.kind];
  const answers = isAnswer(node.kind, parent);
  const isEvidence = node.kind === 'evidence';
  const options = optionsOf(branch, attacks === true || answers);
  const places = isEvidence ? links.map(({ locator }) => locator) : [];
  const text = isEvidence && places.includes(node.text) ? '' : node.text;
  const deeper = `${indent}  `;
  return [
    elementLine(indent, answers && !isEvidence ? 'Claim' : word, id, text, options, places),
    ...(isEvidence ? [] : links.map(({ locator }, i) => bareEvidence(branch, locator, i, deeper))),
    ...children.flatMap((child) => linesOf(child, branch, deeper)),
    ...usesOf(branch).map((other) => `${deeper}- Link ${other}`),
  ];
}

/** What is written elsewhere and supports a node. What answers a defeater from elsewhere would make it stronger here, and is left out. */
function usesOf({ node, supportedBy }: Branch): readonly string[] {
  return WORDS[node.kind].attacks ? [] : supportedBy.filter((other) => !other.includes('/'));
}

/** Evidence that has no id of its own gets one here, made from that of its claim. */
function bareEvidence({ id, node }: Branch, locator: string, index: number, indent: string): string {
  const options = WORDS[node.kind].attacks ? ['defeater'] : [];
  return elementLine(indent, 'Evidence', `${id}-evidence-${index + 1}`, '', options, [locator]);
}

/** An element says of its assertion one thing at most. */
function optionsOf({ node }: Branch, attacks: boolean): string[] {
  const { defeated, status, undeveloped } = node;
  const assertion = defeated
    ? 'defeated'
    : status?.is === 'gap'
      ? 'needssupport'
      : undeveloped
        ? 'assumed'
        : undefined;
  return [...(assertion ? [assertion] : []), ...(attacks ? ['defeater'] : [])];
}

function elementLine(
  indent: string,
  word: string,
  id: string,
  text: string,
  options: readonly string[],
  places: readonly string[],
): string {
  // Empty brackets say that brackets before them are text.
  const looksOptional = /[})]$/.test(text);
  const braces = options.length > 0 || looksOptional ? ` {${options.join(', ')}}` : '';
  const parentheses = places.length > 0 || looksOptional ? ` (${places.join(', ')})` : '';
  return `${indent}- ${word} ${id}:${text === '' ? '' : ` ${text}`}${braces}${parentheses}`;
}
