import assert from 'node:assert/strict';
import { message, say, sayCount, sayIn } from '../../src/l10n/say.ts';
import { listChoices, listNames, sayDate } from '../../src/model/phrases.ts';

describe('what is said', () => {
  afterEach(() => {
    sayIn({});
  });

  it('is English until another language is chosen, and where that has no word', () => {
    assert.equal(say('{0} moved', 'C2'), 'C2 moved');
    sayIn({ 'another message': 'etwas anderes' });
    assert.equal(say('{0} moved', 'C2'), 'C2 moved');
  });

  it('has its arguments where the language wants them', () => {
    sayIn({ '{0} by {1}': 'von {1}: {0}' });
    assert.equal(say('{0} by {1}', 'C2', 'Ada'), 'von Ada: C2');
  });

  it('leaves arguments alone that look like places for others', () => {
    assert.equal(say('{0} by {1}', '{1}', 'Ada'), '{1} by Ada');
  });

  it('takes no message from what every object has', () => {
    assert.equal(say('constructor'), 'constructor');
  });

  it('counts', () => {
    sayIn({ '1 change': 'eine Änderung', '{0} changes': '{0} Änderungen' });
    assert.equal(sayCount(1, '1 change', '{0} changes'), 'eine Änderung');
    assert.equal(sayCount(0, '1 change', '{0} changes'), '0 Änderungen');
  });

  it('can be said later, in the language that is spoken then', () => {
    const later = message('moved');
    sayIn({ moved: 'verschoben' });
    assert.equal(say(later), 'verschoben');
  });

  it('says dates and lists as the language does', () => {
    sayIn({ '{0} May': '{0}. Mai', '{0} and {1}': '{0} und {1}', '{0} or {1}': '{0} oder {1}' });
    const now = new Date('2024-06-01T00:00:00Z');
    assert.equal(sayDate('2024-05-03T10:00:00Z', now), '3. Mai');
    assert.equal(sayDate('2023-05-03', now), '3. Mai 2023');
    assert.equal(listNames(['a', 'b', 'c']), 'a, b und c');
    assert.equal(listChoices(['a', 'b', 'c']), 'a, b oder c');
  });
});
