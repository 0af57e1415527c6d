import { Parser } from 'htmlparser2';

/** The names of the elements of an XML text, in order. @throws Error if elements are not closed in the order they were opened */
export function readXml(text: string): string[] {
  const names: string[] = [];
  const open: string[] = [];
  const parser = new Parser(
    {
      onopentag: (name) => {
        names.push(name);
        open.push(name);
      },
      onclosetag: (name, implied) => {
        if (implied || open.pop() !== name) throw new Error(`<${name}> is not closed where it should be.`);
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  if (open.length > 0) throw new Error(`<${open.at(-1)!}> is not closed.`);
  return names;
}
