import type { Connection } from 'vscode-languageserver';
import type { DiagramData } from '../model/diagram.ts';
import { type DiagramBox, diagramPlace } from '../service/diagram/diagram-place.ts';
import { diagramOf } from '../service/diagram/diagram.ts';
import { toFile } from '../service/uris.ts';
import { DIAGRAM, DIAGRAM_PLACE, type DiagramParams, type PlaceParams } from './protocol.ts';
import type { Session } from './session.ts';

/** Answers what a diagram shows, from memory. */
export function registerDiagramFeatures(connection: Connection, session: () => Session | undefined): void {
  connection.onRequest(DIAGRAM, ({ case: key }: DiagramParams): DiagramData | null => {
    const current = session();
    return (current && diagramOf(current.lookup(), key, current.now())) ?? null;
  });
  connection.onRequest(DIAGRAM_PLACE, ({ uri, position }: PlaceParams): DiagramBox | null => {
    const current = session();
    const file = toFile(uri);
    if (!current || file === undefined) return null;
    return diagramPlace(current.lookup(), file, position) ?? null;
  });
}
