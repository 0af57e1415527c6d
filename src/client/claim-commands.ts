import * as vscode from 'vscode';
import {
  OPEN_CLAIMS_COMMAND,
  SHOW_DIFFERENCE_COMMAND,
  type OpenClaimsArguments,
} from '../server/protocol.ts';
import { parseDifference } from './show/difference.ts';
import { openPlace } from './show/open-place.ts';
import { showDifference as openDifference } from './review/show-evidence.ts';
import type { ShownReviews } from './review/shown-reviews.ts';
import type { ServerConnection } from './connection/server-connection.ts';
import type { ClaimTree } from './tree/claim-tree.ts';
import type { CursorFollower } from './tree/follow-cursor.ts';

/** The commands that lead from claims to evidence, from evidence to claims, and to what changed. */
export function registerClaimCommands(
  server: ServerConnection,
  tree: ClaimTree,
  follower: CursorFollower,
  shown: ShownReviews,
): vscode.Disposable {
  const convert = () => server.client().protocol2CodeConverter;

  async function openClaims(...[uri, position, claims]: OpenClaimsArguments): Promise<void> {
    const places = claims.map((claim) => convert().asLocation(claim));
    const [first] = places;
    if (first !== undefined && places.length === 1) return openPlace(first);
    await vscode.commands.executeCommand(
      'editor.action.peekLocations',
      vscode.Uri.parse(uri),
      convert().asPosition(position),
      places,
      'peek',
    );
  }

  async function openSource(argument: unknown): Promise<void> {
    const source = tree.itemOf(argument)?.source;
    if (source === undefined) return;
    const place = new vscode.Location(vscode.Uri.parse(source.uri), convert().asRange(source.selectionRange));
    follower.expect(place);
    await openPlace(place);
  }

  async function openEvidence(argument: unknown): Promise<void> {
    const target = tree.itemOf(argument)?.target;
    if (target !== undefined) await openPlace(convert().asLocation(target));
  }

  async function showDifference(argument: unknown): Promise<void> {
    const difference = tree.itemOf(argument)?.difference ?? parseDifference(argument);
    if (difference !== undefined) await openDifference(difference, shown);
  }

  return vscode.Disposable.from(
    vscode.commands.registerCommand(OPEN_CLAIMS_COMMAND, openClaims),
    vscode.commands.registerCommand(SHOW_DIFFERENCE_COMMAND, showDifference),
    vscode.commands.registerCommand('warrant.openSource', openSource),
    vscode.commands.registerCommand('warrant.openEvidence', openEvidence),
  );
}
