import { say } from '../../l10n/say.ts';
import type { NodeKind } from '../../model/kinds.ts';
import { folded } from '../yaml/scalars.ts';
import type { Keyword } from './keywords.ts';
import { readOptions } from './options.ts';
import type { OptionFlags } from './options.ts';
import type { Entry } from './outline.ts';
import type { Report } from './problem.ts';

/** A node before its parents are known. */
export interface Draft {
  readonly entry: Entry;
  /** What its keyword says; a defeater's kind depends on its parent. */
  readonly kind: NodeKind;
  readonly flags: OptionFlags;
  /** By which others cite it: what is written or, as LTAC has it, made from the text. */
  readonly name: string;
}

/** A line that uses a node which stands elsewhere: `- Link X`, `- Claim ^X`. */
export interface Use {
  readonly entry: Entry;
  readonly name: string;
}

/** What the lines of a file are. */
export interface Drafts {
  readonly nodes: readonly Draft[];
  readonly uses: readonly Use[];
  /** The first node of each name. */
  readonly byName: ReadonlyMap<string, Draft>;
}

/** Tells the nodes of a file from the places where they are used again. */
export function readDrafts(entries: readonly Entry[], report: Report): Drafts {
  const nodes: Draft[] = [];
  const uses: Use[] = [];
  const byName = new Map<string, Draft>();
  for (const entry of entries) {
    const { line } = entry;
    if (line.remark) reportRemark(line.remark.text, line.remark.span, line.id?.text, report);
    if (isUse(line)) {
      if (line.id) uses.push({ entry, name: line.id.text });
      else reportNamelessUse(entry, report);
      continue;
    }
    const flags = readOptions(line.options, line.id?.text, report);
    const name = line.id?.text ?? nameOfText(line.text.text);
    const draft = { entry, kind: line.keyword as Exclude<Keyword, 'link'>, flags, name };
    nodes.push(draft);
    const first = byName.get(name);
    if (!first && name !== '') byName.set(name, draft);
    else if (first && line.id) reportDuplicate(draft, first, report);
    // Evidence may be nothing but the place where it is.
    const saysNothing = line.text.text === '' && line.places.length === 0;
    if (saysNothing && line.keyword !== 'inference') reportMissingText(draft, report);
  }
  return { nodes, uses, byName };
}

function isUse({ cites, keyword }: Entry['line']): boolean {
  return cites || keyword === 'link';
}

/** The id that LTAC gives to an element without one, so that others can cite it. */
function nameOfText(text: string): string {
  return folded(text.replaceAll(/[:^{}()]/g, ''));
}

function reportNamelessUse({ line }: Entry, report: Report): void {
  const message = say(
    'This refers to another element and does not say which. Write its id: `- Claim ^C1` or `- Link C1`.',
  );
  report({ rule: 'syntax', severity: 'error', message, span: line.whole.span });
}

function reportDuplicate({ entry, name }: Draft, first: Draft, report: Report): void {
  const { span } = entry.line.id!;
  report({
    rule: 'duplicate-id',
    severity: 'error',
    message: say(
      'The id `{0}` is taken already in this file. Give this element another one, or write `^{0}` to use the first again.',
      name,
    ),
    span,
    node: name,
    related: {
      message: say('The first `{0}`', name),
      span: (first.entry.line.id ?? first.entry.line.text).span,
    },
  });
}

function reportMissingText({ entry, name }: Draft, report: Report): void {
  const message = name
    ? say('`{0}` does not say anything yet. Write a text behind the colon.', name)
    : say('This element does not say anything yet. Write a text behind the colon.');
  const { id, whole } = entry.line;
  report({
    rule: 'missing-text',
    severity: 'information',
    message,
    span: (id ?? whole).span,
    node: id?.text,
  });
}

function reportRemark(
  text: string,
  span: Entry['line']['whole']['span'],
  node: string | undefined,
  report: Report,
): void {
  const message = say(
    'LTAC takes parentheses at the end for a reference, and `{0}` names no file or address. Write `()` behind it if it is text.',
    text.slice(0, 60),
  );
  report({ rule: 'dubious-reference', severity: 'information', message, span, node });
}
