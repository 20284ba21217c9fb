import { ProxiedSignInPage } from '@backstage/core-components';
import { IdentityApi } from '@backstage/frontend-plugin-api';
import { SignInPageProps } from '@backstage/plugin-app-react';
import { useCallback, useEffect, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { PeoplePicker } from './PeoplePicker';
import { PERSON_PARAMETER, personRefFromLink, session } from './session';
import { SignInFailed } from './SignInFailed';

/** Lets one choose a person, and signs in as them without a password. */
export function SignInPage({ onSignInSuccess }: SignInPageProps) {
  const linked = useLinkedPerson();
  const [chosen, setChosen] = useState(linked ?? session.current());
  const [refused, setRefused] = useState<{ ref: string; reason: string }>();

  const signedIn = useCallback(
    (ref: string, identity: IdentityApi) => {
      session.remember(ref);
      onSignInSuccess(forgetOnSignOut(identity));
    },
    [onSignInSuccess],
  );
  const choose = useCallback((ref: string) => {
    setRefused(undefined);
    setChosen(ref);
  }, []);

  if (!chosen) {
    return <PeoplePicker refused={refused} onChoose={choose} />;
  }
  return (
    <ProxiedSignInPage
      provider="demo"
      headers={{ 'x-demo-user': chosen }}
      onSignInSuccess={identity => signedIn(chosen, identity)}
      ErrorComponent={({ error }) => (
        <SignInFailed
          onFailed={() => {
            session.signOut();
            setRefused({ ref: chosen, reason: reasonOf(error) });
            setChosen(undefined);
          }}
        />
      )}
    />
  );
}

/**
 * The person whom a link such as `/?as=mika-ono` names. The parameter is taken
 * out of the address, so that it isn't bookmarked or sent around by chance.
 */
function useLinkedPerson(): string | undefined {
  const [params, setParams] = useSearchParams();
  const [linked] = useState(params.get(PERSON_PARAMETER) ?? undefined);

  useEffect(() => {
    if (linked) {
      setParams(
        current => {
          current.delete(PERSON_PARAMETER);
          return current;
        },
        { replace: true },
      );
    }
  }, [linked, setParams]);

  return linked && personRefFromLink(linked);
}

/** What the server says is clearer than what the request says of it. */
function reasonOf(error?: Error): string {
  const { cause } = error ?? {};
  return (cause instanceof Error ? cause.message : error?.message) ?? '';
}

function forgetOnSignOut(identity: IdentityApi): IdentityApi {
  return {
    getProfileInfo: () => identity.getProfileInfo(),
    getBackstageIdentity: () => identity.getBackstageIdentity(),
    getCredentials: () => identity.getCredentials(),
    async signOut() {
      session.signOut();
      await identity.signOut();
    },
  };
}
