/** What stands for `{0}`, `{1}` … in a message. */
type Argument = string | number;
type Translate = (message: string, ...args: Argument[]) => string;

let translate: Translate = inEnglish;

/** Says from now on what is said in the language of the person. The extension does so when it starts; tests without VS Code do not. */
export function sayIn(language: Translate): void {
  translate = language;
}

/** A message in the language of the person, for what knows nothing of VS Code. The message has to stand there as it is: a test looks it up in `l10n/`. */
export function say(message: string, ...args: Argument[]): string {
  return translate(message, ...args);
}

function inEnglish(message: string, ...args: Argument[]): string {
  return message.replace(/\{(\d)\}/g, (whole, index: string) => String(args[Number(index)] ?? whole));
}
