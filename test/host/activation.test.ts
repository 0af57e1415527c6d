import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { type ActivationTimes, RESULTS_VARIABLE, activationTimesFile } from './results.ts';
import { extension, judged } from './support.ts';

describe('the extension', () => {
  it('is found and activates', async () => {
    await extension().activate();
    assert.equal(extension().isActive, true);
  });

  it('returns from activate before the server starts', async () => {
    const { timeline } = await judged();
    assert.deepEqual(
      timeline.map(({ step }) => step),
      ['activate called', 'activate returned', 'server starting', 'server running', 'first judgement'],
    );
  });

  it('takes a time that is printed beside that of an extension which does nothing', async () => {
    const { timeline } = await judged();
    const at = (step: string): number => timeline.find((entry) => entry.step === step)?.at ?? NaN;
    const empty = vscode.extensions.getExtension<{ activated: number }>('warrant-tests.empty');
    assert.ok(empty, 'the empty extension is there');
    const times: ActivationTimes = {
      warrant: at('activate returned') - at('activate called'),
      empty: (await empty.activate()).activated,
    };
    assert.ok(times.warrant >= 0 && times.empty >= 0);
    writeFileSync(activationTimesFile(process.env[RESULTS_VARIABLE]!), JSON.stringify(times));
  });
});
