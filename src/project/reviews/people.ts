/** Whether two people, as git writes them, are one: by their address or, where one has none, by their name. Letter case does not matter. */
export function isSamePerson(a: string, b: string): boolean {
  const [one, other] = [split(a), split(b)];
  if (one.mail !== '' && other.mail !== '') return one.mail === other.mail;
  return one.name !== '' && one.name === other.name;
}

function split(person: string): { name: string; mail: string } {
  const text = person.toLowerCase();
  const open = text.lastIndexOf('<');
  if (open < 0) return { name: text.trim(), mail: '' };
  const close = text.indexOf('>', open);
  return {
    name: text.slice(0, open).trim(),
    mail: text.slice(open + 1, close < 0 ? text.length : close).trim(),
  };
}
