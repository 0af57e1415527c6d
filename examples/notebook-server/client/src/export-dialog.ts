/** What the server said about an export: the notebook, or why not. */
export type ExportReply =
  | { allowed: true; notebook: unknown }
  | { allowed: false; error: string; found: string[] };

/** Asks the server to export. The server decides; what the page knows of roles is for its wording only. */
export async function requestExport(cells: unknown[], reason: string): Promise<ExportReply> {
  const response = await fetch('/api/export', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ cells, reason }),
  });
  const body = await response.json();
  return response.ok
    ? { allowed: true, notebook: body.notebook }
    : { allowed: false, error: body.error, found: body.found ?? [] };
}

/** Tells why an export was refused, and what was found. */
export function showRefusal(dialog: HTMLDialogElement, error: string, found: string[]): void {
  const list = document.createElement('ul');
  for (const kind of found) {
    const item = document.createElement('li');
    item.textContent = kind;
    list.append(item);
  }
  const message = document.createElement('p');
  message.textContent = error;
  dialog.replaceChildren(message, list);
  dialog.showModal();
}
