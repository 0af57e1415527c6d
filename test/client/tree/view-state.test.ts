import assert from 'node:assert/strict';
import { viewStateOf, type ViewInputs } from '../../../src/client/tree/view-state.ts';
import type { ChangedParams, Summary } from '../../../src/server/protocol.ts';
import { NOTHING } from '../summary.ts';

const said = (summary: Partial<Summary>, busy = false): ChangedParams => ({
  summary: { ...NOTHING, ...summary },
  busy,
});

describe('client: view state', () => {
  const NAMES: readonly (readonly [when: string, inputs: ViewInputs, name: string])[] = [
    ['the server is starting', { hasFolder: true, server: 'starting', changed: undefined }, 'reading'],
    ['it has said nothing yet', { hasFolder: true, server: 'running', changed: undefined }, 'reading'],
    ['it is still looking', { hasFolder: true, server: 'running', changed: said({}, true) }, 'reading'],
    ['it found no case', { hasFolder: true, server: 'running', changed: said({}) }, 'noCase'],
    ['it found a case', { hasFolder: true, server: 'running', changed: said({ cases: 1 }) }, 'ready'],
    ['it judges again', { hasFolder: true, server: 'running', changed: said({ cases: 1 }, true) }, 'ready'],
    ['no folder is open', { hasFolder: false, server: 'running', changed: said({}) }, 'noFolder'],
    ['one file is open', { hasFolder: false, server: 'running', changed: said({ cases: 1 }) }, 'ready'],
    ['it crashed', { hasFolder: true, server: 'stopped', changed: said({ cases: 1 }) }, 'stopped'],
  ];
  for (const [when, inputs, name] of NAMES) {
    it(`${name} when ${when}`, () => {
      assert.equal(viewStateOf(inputs).name, name);
    });
  }

  const running = (summary: Partial<Summary>) =>
    viewStateOf({ hasFolder: true, server: 'running', changed: said(summary) });

  it('counts cases', () => {
    assert.equal(running({ cases: 1 }).description, '1 case');
    assert.equal(running({ cases: 3 }).description, '3 cases');
  });

  it('has a badge for what needs attention, and none for nothing', () => {
    assert.equal(running({ cases: 1 }).badge, undefined);
    assert.deepEqual(running({ cases: 1, attention: 1 }).badge, {
      value: 1,
      tooltip: '1 evidence link needs attention: broken, failing or stale',
    });
    assert.equal(running({ cases: 1, attention: 4 }).badge?.value, 4);
  });

  it('says all notices', () => {
    assert.equal(running({ cases: 1, notices: ['One.', 'Two.'] }).message, 'One. Two.');
  });

  it('leaves no message where a welcome text has to show', () => {
    assert.equal(running({ notices: ['One.'] }).message, undefined);
  });

  it('claims nothing of a server that stopped', () => {
    const changed = said({ cases: 1, attention: 4, notices: ['One.'] });
    const state = viewStateOf({ hasFolder: true, server: 'stopped', changed });
    assert.deepEqual([state.badge, state.message, state.description], [undefined, undefined, undefined]);
  });
});
