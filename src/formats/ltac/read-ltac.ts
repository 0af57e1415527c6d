import { say } from '../../l10n/say.ts';
import { LineIndex } from '../../model/text.ts';
import { collectFindings } from '../finding-list.ts';
import type { Reader } from '../format.ts';
import { joinDrafts } from './argument.ts';
import { buildCase } from './build-case.ts';
import { readDrafts } from './drafts.ts';
import { readOutline } from './outline.ts';

/**
 * Reads the Lightweight Text Assurance Case format with the extensions of verocase (github.com/david-a-wheeler/verocase): each line is an element,
 * indented below what it supports; packages cite each other's elements with `^`. Pure, never throws, about linear time.
 */
export const readLtac: Reader = (text, source) => {
  const lines = new LineIndex(text);
  const { report, sorted } = collectFindings(source.file, lines);
  const entries = readOutline(text, report);
  const drafts = readDrafts(entries, report);
  if (drafts.nodes.length === 0) {
    const message = say(
      'There is no element of an argument in this file yet. Begin with `- Claim C1: What holds`.',
    );
    report({ rule: 'empty-case', severity: 'warning', message, span: { start: 0, end: 0 } });
    return { cases: [], findings: sorted() };
  }
  const argument = joinDrafts(drafts, report);
  return { cases: [buildCase(source.stem, entries, drafts, argument, lines)], findings: sorted() };
};
