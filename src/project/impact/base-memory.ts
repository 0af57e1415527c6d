import { say } from '../../l10n/say.ts';
import type { Subject } from '../subject/subject.ts';
import { type Base, type NoBase, openBase } from './base.ts';

/** The bases that were opened, so that nothing is asked for again while a person types. */
export class BaseMemory {
  private readonly opened = new Map<string, Base>();

  /** Opens bases. @param asks whether git may be asked; if not, only what was opened before, or needs nothing of git, is given */
  opener(asks: boolean): (subject: Subject, revision?: string) => Promise<Base | NoBase> {
    return async (subject, revision) => {
      const key = JSON.stringify([subject.root, revision]);
      const known = this.opened.get(key);
      const holds = known !== undefined && known.history === subject.history;
      // A branch may have moved meanwhile; HEAD has not, or there would be another history.
      if (holds && (!asks || revision === undefined)) return known;
      if (!asks && revision !== undefined && subject.history)
        return { problem: say('{0} is looked up at the next check.', revision) };
      const base = await openBase(subject, revision);
      if ('problem' in base) this.opened.delete(key);
      else this.opened.set(key, base);
      return base;
    };
  }
}
