import { say } from '../../l10n/say.ts';
import type { Line } from './line.ts';
import { readLine } from './line.ts';
import type { Report } from './problem.ts';
import { linesOf } from './written.ts';

/** A line with the line that it stands under. */
export interface Entry {
  readonly line: Line;
  readonly under?: Entry;
}

/** LTAC's indentation of one level, in spaces. */
const LEVEL = 2;

/** Reads the lines of a file as a tree. A line stands under the nearest one before it that is indented less. */
export function readOutline(text: string, report: Report): Entry[] {
  const lines = linesOf(text).flatMap((source) => readLine(source, report) ?? []);
  const unit = levelOf(lines, report);
  const entries: Entry[] = [];
  const open: Entry[] = [];
  for (const line of lines) {
    while (open.length > 0 && open.at(-1)!.line.indent >= line.indent) open.pop();
    const under = open.at(-1);
    checkIndent(line, under?.line, unit, report);
    const entry = { line, ...(under && { under }) };
    entries.push(entry);
    open.push(entry);
  }
  return entries;
}

/** The spaces of one level: two, or four where the whole file is indented so. */
function levelOf(lines: readonly Line[], report: Report): number {
  const indented = lines.filter(({ indent }) => indent > 0);
  const first = indented[0];
  if (!first || first.indent !== 2 * LEVEL || indented.some(({ indent }) => indent % (2 * LEVEL) !== 0))
    return LEVEL;
  const message = say(
    'Levels are indented by {0} spaces in this file. LTAC has {1} for each.',
    2 * LEVEL,
    LEVEL,
  );
  report({ rule: 'indentation', severity: 'warning', message, span: first.whole.span });
  return 2 * LEVEL;
}

function checkIndent({ indent, whole }: Line, under: Line | undefined, unit: number, report: Report): void {
  const above = under ? `\`${(under.id?.text ?? under.text.text).slice(0, 40)}\`` : undefined;
  const most = under ? under.indent + unit : 0;
  const { span } = whole;
  if (indent % LEVEL !== 0) {
    const message = above
      ? say(
          'This line is indented by {0} spaces, and is read below {1}. Use {2} for each level.',
          indent,
          above,
          LEVEL,
        )
      : say(
          'This line is indented by {0} spaces, and is read as a top one. Use {1} for each level.',
          indent,
          LEVEL,
        );
    report({ rule: 'indentation', severity: 'error', message, span });
  } else if (indent > most) {
    const message = above
      ? say(
          'This line is indented further than one level below {0}, where it is read. Take {1} spaces away.',
          above,
          indent - most,
        )
      : say(
          'Nothing stands above this line that it could belong to; it is read as a top one. Take its indentation away.',
        );
    report({ rule: 'indentation', severity: 'error', message, span });
  }
}
