import assert from 'node:assert/strict';
import {
  type NarrowChoice,
  type Narrowable,
  narrowChoices,
} from '../../../src/client/narrow/narrow-choices.ts';

type Part = Omit<Narrowable['parts'][number], 'locator'>;

/** Headings as they are; parts with what is said of them, those that are picked with a star. */
function show(parts: readonly Part[]): string[] {
  const choices = narrowChoices({ parts: parts.map((one) => ({ ...one, locator: `a.py#${one.part}` })) });
  return choices.map((choice: NarrowChoice) =>
    'heading' in choice
      ? `[${choice.heading}]`
      : `${choice.picked ? '*' : ''}${choice.part} ${choice.description}`.trim(),
  );
}

describe('client: the parts that a link can be narrowed to', () => {
  it('stand under headings, those first that are named, which are picked', () => {
    assert.deepEqual(
      show([
        { part: 'refresh', namedBy: 'mention', changed: true },
        { part: 'login', namedBy: 'claim', changed: false },
        { part: 'audit', namedBy: 'claim', linked: true, changed: false },
        { part: 'greet', changed: false },
        { part: 'leave', changed: true },
        { part: 'enter', changed: true },
      ]),
      [
        '[named by the claim]',
        '*login unchanged',
        '[mentioned beside the link]',
        '*refresh changed',
        '[changed since it was judged]',
        'leave changed',
        'enter changed',
        '[other parts]',
        'greet unchanged',
        '[linked already]',
        'audit unchanged',
      ],
    );
  });

  it('have one heading where nothing is known of them', () => {
    assert.deepEqual(show([{ part: 'login' }, { part: 'leave' }]), ['[parts of the file]', 'login', 'leave']);
    assert.deepEqual(show([]), []);
  });
});
