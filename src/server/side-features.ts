import type { Connection } from 'vscode-languageserver';
import { evidenceHere } from '../service/evidence-here.ts';
import { impactRows } from '../service/impact.ts';
import { toFile } from '../service/uris.ts';
import type { ImpactAnswer, SideItem } from '../service/views.ts';
import { EVIDENCE_HERE, type EvidenceHereParams, IMPACT, type ImpactParams } from './protocol.ts';
import type { Session } from './session.ts';

/** Answers what the views beside the claim tree show. */
export function registerSideFeatures(connection: Connection, session: () => Session | undefined): void {
  connection.onRequest(IMPACT, async ({ base }: ImpactParams): Promise<ImpactAnswer | null> => {
    const current = session();
    if (!current?.isChecked()) return null;
    // Or a change would stand beside the state from before it.
    await current.settled();
    const found = await current.impact(base);
    return impactRows(current.lookup(), found, current.now());
  });
  connection.onRequest(EVIDENCE_HERE, async ({ uri }: EvidenceHereParams): Promise<SideItem[]> => {
    const current = session();
    const file = toFile(uri);
    if (!current || file === undefined) return [];
    return evidenceHere(await current.settled(), file, current.now());
  });
}
