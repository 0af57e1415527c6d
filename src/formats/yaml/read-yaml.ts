import { say } from '../../l10n/say.ts';
import type { Case } from '../../model/case.ts';
import { LineIndex } from '../../model/text.ts';
import type { Reader } from '../format.ts';
import { followAliases } from './aliases.ts';
import { uniqueNames } from './case-builder.ts';
import { parseDocuments } from './documents.ts';
import { collectFindings } from '../finding-list.ts';
import type { Report } from './problem.ts';
import { readCase } from './read-case.ts';
import type { CaseDraft } from './read-case.ts';
import { isBlank } from './scalars.ts';
import type { Written } from './scalars.ts';
import { restOfLine } from './span.ts';

/**
 * Reads Warrant's own YAML form: each document of the file is a case. Pure, never throws, and takes time in proportion to the
 * text. Whatever is half typed or wrong becomes a finding, and all that can be read is read.
 */
export const readYaml: Reader = (text, source) => {
  const lines = new LineIndex(text);
  const { report, isEmpty, sorted } = collectFindings(source.file, lines);
  const { contents, hiddenTexts } = parseDocuments(text, report);
  const documents = contents.filter((node) => node !== null).filter((node) => !isBlank(node, text));
  if (documents.length === 0 && isEmpty()) reportEmptyFile(text, report);
  const drafts = documents.flatMap((document) => {
    const follow = followAliases(document, text, report);
    return readCase({ text, follow, hiddenTexts, report }, document, lines) ?? [];
  });
  return { cases: nameCases(drafts, source.stem, lines, report), findings: sorted() };
};

/** Gives each case its id, the file's stem by default, and reports those that two cases would share. */
function nameCases(drafts: readonly CaseDraft[], stem: string, lines: LineIndex, report: Report): Case[] {
  const unique = uniqueNames();
  const first = new Map<string, Written | undefined>();
  return drafts.map(({ id: written, title, rest }) => {
    const wanted = written?.text ?? stem;
    const place = written ?? title;
    const id = unique(wanted);
    if (first.has(wanted)) {
      const before = first.get(wanted);
      const start = lines.offset(rest.range.start);
      report({
        rule: 'duplicate-id',
        severity: 'error',
        message: say(
          'The case id `{0}` is taken already in this file. Give this case another one, with `id: …`.',
          wanted,
        ),
        span: place?.span ?? { start, end: start },
        ...(before && { related: { message: say('The first case `{0}`', wanted), span: before.span } }),
      });
    } else {
      first.set(wanted, place);
    }
    const at = title ?? written;
    const titleRange = at
      ? lines.range(at.span.start, at.span.end)
      : { start: rest.range.start, end: rest.range.start };
    return { id, title: title?.text ?? id, titleRange, ...rest };
  });
}

function reportEmptyFile(text: string, report: Report): void {
  report({
    rule: 'empty-case',
    severity: 'warning',
    message: say(
      'There is no case in this file yet. Begin with `case: ` and a title, then `claims:` and below it, indented, `C1: What holds`.',
    ),
    span: restOfLine(text, 0),
  });
}
