import { say } from '../../l10n/say.ts';
import type { Requirement } from '../../model/standard.ts';
import type { LineIndex } from '../../model/text.ts';
import { fieldNamed, fieldsOf, pairsOf } from '../yaml/pairs.ts';
import type { Field } from '../yaml/pairs.ts';
import { reportWrongType, shapeOf } from '../yaml/reading.ts';
import type { Reading } from '../yaml/reading.ts';
import { folded } from '../yaml/scalars.ts';
import type { Written } from '../yaml/scalars.ts';
import { oneString } from '../yaml/strings.ts';
import { shown } from '../yaml/wording.ts';

const KEYS = ['title', 'requirements'] as const;

/** How deep chapters may lie in each other. */
const MAX_DEPTH = 20;
/** The largest standards have some thousand requirements. */
const MAX_REQUIREMENTS = 20_000;

/** Collects the requirements of one standard. */
export interface RequirementsReader {
  /** In the order of the text; a chapter stands before what it holds. */
  readonly requirements: readonly Requirement[];
  /** Reads `requirements:` of the standard, or of a chapter. */
  read(field: Field, chapter: string | undefined): void;
}

/** Starts with none. */
export function requirementsReader(reading: Reading, lines: LineIndex): RequirementsReader {
  const requirements: Requirement[] = [];
  const first = new Map<string, Written>();

  const add = (id: Written, title: string, parent: string | undefined): boolean => {
    const before = first.get(id.text);
    if (before) {
      const message = say(
        'The requirement `{0}` is written twice; this one is not read. Give it another id.',
        shown(id.text),
      );
      const related = { message: say('The first `{0}`', shown(id.text)), span: before.span };
      reading.report({ rule: 'duplicate-id', severity: 'error', message, span: id.span, related });
      return false;
    }
    first.set(id.text, id);
    const range = lines.range(id.span.start, id.span.end);
    requirements.push({ id: id.text, title, ...(parent !== undefined && { parent }), range });
    return true;
  };

  const readOne = ({ key, value, valueSpan }: Field, chapter: string | undefined, depth: number): void => {
    const shape = shapeOf(reading, value);
    switch (shape.is) {
      case 'nothing':
        reportNoTitle(reading, key);
        add(key, '', chapter);
        return;
      case 'scalar':
        add(key, folded(shape.written.text), chapter);
        return;
      case 'list':
        reportWrongType(
          reading,
          valueSpan,
          say('A requirement must be its title, or an object with `title` and `requirements`.'),
        );
        return;
      case 'map': {
        const fields = fieldsOf(reading, shape.map, KEYS, `\`${shown(key.text)}\``);
        const field = fieldNamed(fields, 'title');
        const expected = { message: say('`title` of a requirement must be one text.') };
        const title = field ? oneString(reading, field.value, field.key.span, expected) : shape.hidden;
        if (!title?.text) reportNoTitle(reading, key);
        if (!add(key, folded(title?.text ?? ''), chapter)) return;
        const inner = fieldNamed(fields, 'requirements');
        if (inner) readAll(inner, key.text, depth + 1);
      }
    }
  };

  const readAll = (field: Field, chapter: string | undefined, depth: number): void => {
    const shape = shapeOf(reading, field.value);
    if (shape.is === 'nothing') return;
    if (shape.is !== 'map') {
      const message = say('`requirements` must hold ids with titles, such as `R1: What it asks for`.');
      reportWrongType(reading, field.valueSpan, message);
      return;
    }
    if (depth > MAX_DEPTH) {
      reportTooMuch(
        reading,
        field.key,
        say('Chapters stand more than {0} deep here; what follows is not read.', MAX_DEPTH),
      );
      return;
    }
    for (const pair of pairsOf(reading, shape.map)) {
      if (requirements.length >= MAX_REQUIREMENTS) {
        reportTooMuch(
          reading,
          pair.key,
          say('There are more than {0} requirements; what follows is not read.', MAX_REQUIREMENTS),
        );
        return;
      }
      if (isId(reading, pair.key)) readOne(pair, chapter, depth);
    }
  };

  return { requirements, read: (field, chapter) => readAll(field, chapter, 1) };
}

/** Claims write an id behind a colon, on one line. */
function isId(reading: Reading, { text, span }: Written): boolean {
  if (text !== '' && !/\s/.test(text)) return true;
  reportWrongType(
    reading,
    span,
    say('The id of a requirement has no spaces. Write an id, a colon and the title: `R1: What it asks for`.'),
  );
  return false;
}

function reportNoTitle(reading: Reading, { text, span }: Written): void {
  const message = say('`{0}` has no title. Write it behind the colon.', shown(text));
  reading.report({ rule: 'missing-text', severity: 'warning', message, span });
}

function reportTooMuch(reading: Reading, { span }: Written, message: string): void {
  reading.report({ rule: 'too-complex', severity: 'error', message, span });
}
