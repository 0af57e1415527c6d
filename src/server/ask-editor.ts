import {
  type Connection,
  MessageType,
  type ProtocolRequestType0,
  ShowMessageNotification,
} from 'vscode-languageserver';

/** Asks an editor to do something that nobody waits for. It may refuse, whatever it said that it can: then the log has it, and all goes on. */
export function askEditor<P, E, R>(
  connection: Connection,
  request: ProtocolRequestType0<void, P, E, R>,
): void {
  connection.sendRequest(request).catch((error: unknown) => {
    connection.console.error(`The editor refused ${request.method}: ${String(error)}`);
  });
}

/** Shows a warning. @param text sentences, without the product's name */
export function warn(connection: Connection, text: string): void {
  const message = `Warrant: ${text}`;
  void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
}
