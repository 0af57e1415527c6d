import { type Message, message, say } from '../l10n/say.ts';

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

/** What a person calls a node of this kind, in English where it stands in a file; in the editor it is said by `say`. */
export const KIND_LABELS: Readonly<Record<NodeKind, Message>> = {
  claim: message('Claim'),
  strategy: message('Strategy'),
  evidence: message('Evidence'),
  context: message('Context'),
  assumption: message('Assumption'),
  justification: message('Justification'),
  inference: message('Inference rule'),
  rebuttal: message('Rebuttal'),
  undercut: message('Undercut'),
  undermine: message('Undermine'),
  asset: message('Asset'),
  threat: message('Threat'),
  control: message('Control'),
};

/** A kind within a sentence, with no article. */
const WITHIN: Readonly<Record<NodeKind, Message>> = {
  claim: message('claim'),
  strategy: message('strategy'),
  evidence: message('evidence'),
  context: message('context'),
  assumption: message('assumption'),
  justification: message('justification'),
  inference: message('inference rule'),
  rebuttal: message('rebuttal'),
  undercut: message('undercut'),
  undermine: message('undermine'),
  asset: message('asset'),
  threat: message('threat'),
  control: message('control'),
};

const WITH_ARTICLE: Readonly<Record<NodeKind, Message>> = {
  claim: message('a claim'),
  strategy: message('a strategy'),
  evidence: WITHIN.evidence,
  context: WITHIN.context,
  assumption: message('an assumption'),
  justification: message('a justification'),
  inference: message('an inference rule'),
  rebuttal: message('a rebuttal'),
  undercut: message('an undercut'),
  undermine: message('an undermine'),
  asset: message('an asset'),
  threat: message('a threat'),
  control: message('a control'),
};

const THIS: Readonly<Record<NodeKind, Message>> = {
  claim: message('this claim'),
  strategy: message('this strategy'),
  evidence: message('this evidence'),
  context: message('this context'),
  assumption: message('this assumption'),
  justification: message('this justification'),
  inference: message('this inference rule'),
  rebuttal: message('this rebuttal'),
  undercut: message('this undercut'),
  undermine: message('this undermine'),
  asset: message('this asset'),
  threat: message('this threat'),
  control: message('this control'),
};

/** `claim`, within a sentence. Translated, it is the word as a dictionary has it. */
export function sayKind(kind: NodeKind): string {
  return say(WITHIN[kind]);
}

/** `a claim`, `an undercut`, `evidence`. Translated, it is a subject: what a node is, and not whom something is done to. */
export function aKind(kind: NodeKind): string {
  return say(WITH_ARTICLE[kind]);
}

/** `this claim`, of a node that has no name. Translated, it is a subject. */
export function thisKind(kind: NodeKind): string {
  return say(THIS[kind]);
}

/** Whether nodes of this kind speak against what they hang under: rebuttals, undercuts, undermines and threats. */
export function isDefeater(kind: NodeKind): boolean {
  return kind === 'rebuttal' || kind === 'undercut' || kind === 'undermine' || kind === 'threat';
}

/** Whether nodes of this kind assert something that has to be supported from below: claims, controls and strategies. */
export function isSupportable(kind: NodeKind): boolean {
  return kind === 'claim' || kind === 'control' || kind === 'strategy';
}
