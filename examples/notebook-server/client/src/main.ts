import { requestExport, showRefusal } from './export-dialog.js';
import { renderOutput } from './render.js';
import { connect } from './transport.js';

/** Wires the page: each cell is a textarea followed by the element that shows its result. */
async function start(): Promise<void> {
  const connection = await connect(new URL(`wss://${location.host}/ws`));
  const editors = [...document.querySelectorAll<HTMLTextAreaElement>('textarea.cell')];
  for (const editor of editors) {
    editor.addEventListener('change', async () => {
      renderOutput(editor.nextElementSibling as HTMLElement, await connection.run(editor.value));
    });
  }
  document.querySelector('#export')?.addEventListener('click', async () => {
    const cells = editors.map((editor) => ({ source: editor.value }));
    const reply = await requestExport(cells, prompt('Why does this leave the server?') ?? '');
    if (!reply.allowed) showRefusal(document.querySelector('dialog')!, reply.error, reply.found);
  });
}

void start();
