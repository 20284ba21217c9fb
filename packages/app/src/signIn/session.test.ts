import { personRefFromLink, session } from './session';

describe('The session', () => {
  it('forgets who is signed in, but not who was last', () => {
    session.remember('user:default/mika-ono');
    expect(session.current()).toBe('user:default/mika-ono');
    session.signOut();
    expect(session.current()).toBeUndefined();
    expect(session.last()).toBe('user:default/mika-ono');
  });

  it('reads links with a name or a whole reference', () => {
    expect(personRefFromLink('mika-ono')).toBe('user:default/mika-ono');
    expect(personRefFromLink('user:abroad/mika')).toBe('user:abroad/mika');
  });
});
