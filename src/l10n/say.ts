/*
 * All that a person reads in the editor is said here, in their language. English stands in the source, as it is said; other languages
 * stand in `l10n/`, by the English. `npm run l10n` finds the messages by these functions, so each has to be written out where it is given.
 * A process speaks one language: the editor's. Before `sayIn` is called, and in the command line, that is English.
 */

declare const MARKED: unique symbol;

/** A message that was given to `message`: it may be said, whatever it is. */
export type Message = string & { readonly [MARKED]: true };

/** A message that is written out; text that is put together is none, since nobody could translate it. */
type WrittenOut<T extends string> = string extends T ? Message : T;

/** What stands for `{0}`, `{1}` … in a message. */
export type Argument = string | number;

let words: Readonly<Record<string, string>> = {};

/** Says from now on what is said by a bundle of translations, English to the other language. What it lacks is said in English. */
export function sayIn(bundle: Readonly<Record<string, string>>): void {
  words = bundle;
}

/** A message in the language of the person, with its arguments in the places of `{0}`, `{1}` and so on. */
export function say<T extends string>(text: WrittenOut<T>, ...args: readonly Argument[]): string {
  const said = Object.hasOwn(words, text) ? words[text]! : text;
  return said.replace(/\{(\d)\}/g, (whole, index: string) => String(args[Number(index)] ?? whole));
}

/** What is said of a number of things, which is `{0}` in both messages: `sayCount(2, '1 change', '{0} changes')`. */
export function sayCount<A extends string, B extends string>(
  number: number,
  one: WrittenOut<A>,
  several: WrittenOut<B>,
  ...args: readonly Argument[]
): string {
  return number === 1 ? say(one, number, ...args) : say(several, number, ...args);
}

/** Marks a message that is said later: one of a table, say. */
export function message<T extends string>(text: WrittenOut<T>): Message {
  return text as string as Message;
}
