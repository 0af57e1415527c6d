import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, fileUri, judged, open } from './support.ts';
import { CASE, EVIDENCE } from './workspace.ts';

/** The places as `FILE:LINE`, 1-based. */
function show(places: readonly (vscode.Location | vscode.LocationLink)[]): string[] {
  return places.map((place) => {
    const [uri, range] =
      'targetUri' in place ? [place.targetUri, place.targetRange] : [place.uri, place.range];
    return `${vscode.workspace.asRelativePath(uri)}:${range.start.line + 1}`;
  });
}

async function ask<T>(provider: string, path: string, line: number, character: number): Promise<T> {
  const place = new vscode.Position(line - 1, character);
  return vscode.commands.executeCommand<T>(`vscode.execute${provider}Provider`, fileUri(path), place);
}

describe('between claims and code', () => {
  before(judged);
  afterEach(closeAll);

  it('goes from a locator to the exact lines', async () => {
    await open(CASE);
    assert.deepEqual(show(await ask('Definition', CASE, 10, 25)), [`${EVIDENCE}:5`]);
  });

  it('finds what a claim rests on', async () => {
    await open(CASE);
    assert.deepEqual(
      show(await ask('Reference', CASE, 6, 7)),
      [`${EVIDENCE}:1`, `${EVIDENCE}:5`, `${CASE}:6`].sort(),
    );
  });

  it('says in hovers on both sides what is the matter, and who did it when', async () => {
    await open(CASE);
    const texts = async (path: string, line: number, character: number): Promise<string> =>
      (await ask<vscode.Hover[]>('Hover', path, line, character))
        .flatMap(({ contents }) => contents.map((part) => (typeof part === 'string' ? part : part.value)))
        .join('\n');
    assert.match(
      await texts(CASE, 9, 25),
      /stale: 1 change since[^]*last edited by Ada Author[^]*Lin Developer: Let local connections/,
    );
    assert.match(
      await texts(CASE, 6, 7),
      /Claim C2[^]*Transport security is enforced[^]*1 of 3 links current/,
    );
    await open(EVIDENCE);
    assert.match(await texts(EVIDENCE, 1, 5), /Claim C2[^]*server\/transport.*stale/);
  });
});
