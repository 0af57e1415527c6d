import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/paths.ts';
import { HAS_CHALLENGE, progressOf } from '../../../src/client/walkthrough/progress-of.ts';
import { NOTHING } from '../summary.ts';

interface Step {
  readonly id: string;
  readonly description: string;
  readonly media: { readonly svg: string };
  readonly completionEvents: readonly string[];
}

const MANIFEST = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  contributes: {
    commands: readonly { command: string }[];
    views: Readonly<Record<string, readonly { id: string }[]>>;
    walkthroughs: readonly { steps: readonly Step[] }[];
  };
};
const { commands, views, walkthroughs } = MANIFEST.contributes;
const STEPS = walkthroughs.flatMap(({ steps }) => steps);
const PICTURES = 'media/walkthrough';

/** All texts of package.json, which `%key%` stand for. */
const TEXTS = readFileSync(join(ROOT, existing('package.nls.json')), 'utf8');

function existing(file: string): string {
  return readdirSync(ROOT).includes(file) ? file : 'package.json';
}

describe('client: the walkthrough', () => {
  it('runs commands and shows views that there are', () => {
    const known = new Set([
      ...commands.map(({ command }) => command),
      ...Object.values(views).flatMap((some) => some.map(({ id }) => `${id}.focus`)),
    ]);
    const run = [...TEXTS.matchAll(/\(command:(warrant\.[\w.]+)\)/g)].map(([, command]) => command!);
    assert.ok(run.length > 4);
    assert.deepEqual(
      run.filter((command) => !known.has(command)),
      [],
    );
  });

  it('ticks its steps off by what happens', () => {
    for (const { id, completionEvents } of STEPS) {
      assert.ok(completionEvents.length > 0, id);
      for (const event of completionEvents) {
        const [kind, what] = event.split(':');
        if (kind === 'onCommand')
          assert.ok(
            commands.some(({ command }) => command === what),
            event,
          );
        else if (kind === 'onView')
          assert.ok(
            views['warrant']!.some((view) => view.id === what),
            event,
          );
        else if (kind === 'onContext')
          assert.ok(what === HAS_CHALLENGE || what! in progressOf(NOTHING), event);
        else assert.equal(event, 'onStepSelected');
      }
    }
  });

  it('has a small picture for each step, in the colours of the theme', () => {
    const pictures = STEPS.map(({ media }) => media.svg);
    assert.deepEqual(
      [...pictures].sort(),
      readdirSync(join(ROOT, PICTURES))
        .map((name) => `${PICTURES}/${name}`)
        .sort(),
    );
    const sizes = pictures.map((picture) => statSync(join(ROOT, picture)).size);
    assert.ok(sizes.reduce((sum, size) => sum + size, 0) < 100_000);
    for (const picture of pictures) {
      const text = readFileSync(join(ROOT, picture), 'utf8');
      assert.doesNotMatch(text, /(?:fill|stroke)="#/, `${picture} has a colour of its own`);
      assert.match(text, /var\(--vscode-/);
      // The page that VS Code shows it in allows no styles of others.
      assert.doesNotMatch(text, /<style|\bstyle=|\bclass=/);
    }
  });

  it('knows how far a person is', () => {
    const summary = {
      ...NOTHING,
      cases: 1,
      claims: 2,
      evidence: 2,
      states: { broken: 1, stale: 1, current: 1 },
      attention: 2,
    };
    const done = (more: object) =>
      Object.entries(progressOf({ ...summary, ...more }))
        .filter(([, isDone]) => isDone)
        .map(([key]) => key);
    assert.deepEqual(done({}), [
      'warrant.hasCase',
      'warrant.hasEvidence',
      'warrant.hasCurrent',
      'warrant.hasStale',
    ]);
    assert.deepEqual(done({ states: { broken: 2 } }), ['warrant.hasCase']);
    assert.ok(done({ reviewed: 1 }).includes('warrant.hasReview'));
    assert.deepEqual(done({ cases: 0, evidence: 0, states: {} }), []);
  });
});
