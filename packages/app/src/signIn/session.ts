const SIGNED_IN_KEY = 'demo-sign-in.person';
const LAST_KEY = 'demo-sign-in.last-person';

/**
 * Who is signed in survives a reload of this tab (other tabs may be somebody
 * else, which is the point of the demo); the last choice survives the browser.
 */
export const session = {
  /** The person of this tab, as a User reference. */
  current: () => sessionStorage.getItem(SIGNED_IN_KEY) ?? undefined,

  /** The last choice in any tab, as a User reference. */
  last: () => localStorage.getItem(LAST_KEY) ?? undefined,

  remember(personRef: string) {
    sessionStorage.setItem(SIGNED_IN_KEY, personRef);
    localStorage.setItem(LAST_KEY, personRef);
  },

  signOut() {
    sessionStorage.removeItem(SIGNED_IN_KEY);
  },
};

/** The search parameter of a link that signs one in, such as `/?as=mika-ono`. */
export const PERSON_PARAMETER = 'as';

/** A User reference from what a link says: a reference, or a bare name. */
export function personRefFromLink(text: string): string {
  return text.includes(':') ? text : `user:default/${text}`;
}
