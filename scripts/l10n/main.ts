/* `npm run l10n`: writes l10n/bundle.l10n.json, which names all that VS Code shows of Warrant, and lists what has no German yet. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ifMain } from '../main.ts';
import { ROOT } from '../paths.ts';
import { findMessages } from './messages.ts';

const FOLDER = join(ROOT, 'l10n');

await ifMain(import.meta.url, async () => {
  const { messages, untranslatable } = findMessages();
  const english = Object.fromEntries(messages.map((message) => [message, message]));
  await writeFile(join(FOLDER, 'bundle.l10n.json'), `${JSON.stringify(english, null, 2)}\n`);
  const german = JSON.parse(await readFile(join(FOLDER, 'bundle.l10n.de.json'), 'utf8')) as object;
  for (const message of messages) if (!(message in german)) console.log(`Not in German: ${message}`);
  for (const message of Object.keys(german))
    if (!(message in english)) console.log(`Nobody says: ${message}`);
  for (const place of untranslatable) console.log(`Not translated: src/${place}`);
});
