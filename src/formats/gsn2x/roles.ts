import { type Message, message, say } from '../../l10n/say.ts';
import { sayKind } from '../../model/kinds.ts';
import { type Role, flag, values } from '../yaml/roles.ts';
import { ELEMENT_TYPES, kindOfType } from './kinds.ts';

const MEANS: Readonly<Record<string, readonly [means: Message, holds: 'text' | 'list']>> = {
  text: [message('What the element says.'), 'text'],
  supportedBy: [message('Ids of the goals, strategies and solutions that support it.'), 'list'],
  inContextOf: [message('Ids of the contexts, assumptions and justifications that it is stated in.'), 'list'],
  challenges: [message('The id of the element that it speaks against.'), 'text'],
  undeveloped: [message('`true` says that nothing supports it on purpose, for now.'), 'text'],
  defeated: [message('`true` says that it was found not to hold.'), 'text'],
  url: [message('Where it can be seen: a path or an address.'), 'text'],
  nodeType: [message('What kind of element it is, where its id does not say so.'), 'text'],
  acp: [message('Points at which confidence is argued for.'), 'list'],
  classes: [message('Classes of the element in the picture.'), 'list'],
};

/** A whole file of gsn2x: ids of elements, each with what is said of it. */
export function gsnRole(): Role {
  const keys = Object.entries(MEANS).map(([word, [means, holds]]) => ({ word, means: say(means), holds }));
  const element: Role = { is: 'map', keys, role: valueRole };
  return { is: 'map', keys: [], ofNodes: true, role: (key) => (key === 'module' ? { is: 'text' } : element) };
}

function valueRole(key: string): Role {
  switch (key) {
    case 'supportedBy':
      return { is: 'nodes', likely: ['claim', 'strategy', 'evidence'] };
    case 'inContextOf':
      return { is: 'nodes', likely: ['context', 'assumption', 'justification'] };
    case 'challenges':
      return { is: 'nodes', likely: ['claim', 'strategy', 'evidence'] };
    case 'undeveloped':
    case 'defeated':
      return flag();
    case 'nodeType':
      return values(
        ...ELEMENT_TYPES.map((type): [string, string] => [
          type,
          say('It is read as {0}.', sayKind(kindOfType(type))),
        ]),
      );
    case 'url':
      return { is: 'locators' };
    default:
      return { is: 'text' };
  }
}
