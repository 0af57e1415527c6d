/** Every kind of node an argument has (GSN, CAE, Toulmin's defeaters, threat models), in the order of the JSON contract. */
export const NODE_KINDS = [
  'claim',
  'strategy',
  'evidence',
  'context',
  'assumption',
  'justification',
  'inference',
  'rebuttal',
  'undercut',
  'undermine',
  'asset',
  'threat',
  'control',
] as const;

export type NodeKind = (typeof NODE_KINDS)[number];

/** What a person calls a node of this kind. */
export const KIND_LABELS: Readonly<Record<NodeKind, string>> = {
  claim: 'Claim',
  strategy: 'Strategy',
  evidence: 'Evidence',
  context: 'Context',
  assumption: 'Assumption',
  justification: 'Justification',
  inference: 'Inference rule',
  rebuttal: 'Rebuttal',
  undercut: 'Undercut',
  undermine: 'Undermine',
  asset: 'Asset',
  threat: 'Threat',
  control: 'Control',
};

/** `a claim`, `an undercut`, `evidence`. */
export function aKind(kind: NodeKind): string {
  const label = KIND_LABELS[kind].toLowerCase();
  if (kind === 'evidence' || kind === 'context') return label;
  return `${/^[aeiou]/.test(label) ? 'an' : 'a'} ${label}`;
}

/** Whether nodes of this kind speak against what they hang under: rebuttals, undercuts, undermines and threats. */
export function isDefeater(kind: NodeKind): boolean {
  return kind === 'rebuttal' || kind === 'undercut' || kind === 'undermine' || kind === 'threat';
}

/** Whether nodes of this kind assert something that has to be supported from below: claims, controls and strategies. */
export function isSupportable(kind: NodeKind): boolean {
  return kind === 'claim' || kind === 'control' || kind === 'strategy';
}
