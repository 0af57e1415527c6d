import assert from 'node:assert/strict';
import type { Acceptance } from '../../src/model/case.ts';
import { acceptanceProblems } from '../../src/model/acceptance.ts';
import { NOWHERE } from '../support/cases.ts';

describe('acceptanceProblems', () => {
  const whole: Acceptance = { by: 'Ada', why: 'It is rare.', until: '2026-06-01', range: NOWHERE };

  for (const [title, change, expected] of [
    ['a whole one, on its last day', {}, []],
    ['one without a person', { by: undefined }, ['no-person']],
    ['one without a reason', { why: '' }, ['no-reason']],
    ['one without a date', { until: undefined }, ['no-date']],
    ['words for a date', { until: 'next year' }, ['not-a-date']],
    ['a day that does not exist', { until: '2026-02-30' }, ['not-a-date']],
    ['one that ended yesterday', { until: '2026-05-31' }, ['past']],
    ['nothing at all', { by: '', why: '', until: '' }, ['no-person', 'no-reason', 'no-date']],
  ] as const) {
    it(title, () => assert.deepEqual(acceptanceProblems({ ...whole, ...change }, '2026-06-01'), expected));
  }
});
