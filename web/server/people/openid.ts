import type { Settings } from '../../../schemas/settings.ts';

/** A sign-in that was begun elsewhere must come back within this time. */
const LONGEST_MS = 10 * 60_000;
/** More at once than people sign in; the oldest give way. */
const MOST_BEGUN = 1_000;

interface Begun {
  verifier: string;
  nonce: string;
  until: number;
}

/** Signing in at the service of an organisation (OpenID Connect: authorization code with PKCE). */
export interface OpenId {
  /** Where to send the browser, and the state that it must bring back. */
  begin(redirectTo: string, now: Date): Promise<{ url: string; state: string }>;
  /** The name of the person there (`issuer subject`), or null where what came back is not of a sign-in that we began. */
  end(address: URL, state: string, now: Date): Promise<string | null>;
}

/** Null where no service is named. Its own description is fetched at the first sign-in. */
export function openOpenId({ openidIssuer, openidClient, openidSecret }: Settings): OpenId | null {
  if (openidIssuer === null || openidClient === null) return null;
  const begun = new Map<string, Begun>();
  const configured = once(async () => {
    const client = await import('openid-client');
    const issuer = new URL(openidIssuer);
    // Only a service on this machine may do without TLS.
    const plain = issuer.protocol === 'http:' && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(issuer.hostname);
    const execute = plain ? { execute: [client.allowInsecureRequests] } : {};
    const config = await client.discovery(issuer, openidClient, openidSecret ?? undefined, undefined, execute);
    return { client, config };
  });
  return {
    async begin(redirectTo, now) {
      const { client, config } = await configured();
      const [verifier, state, nonce] = [client.randomPKCECodeVerifier(), client.randomState(), client.randomNonce()];
      begun.set(state, { verifier, nonce, until: now.getTime() + LONGEST_MS });
      if (begun.size > MOST_BEGUN) begun.delete(begun.keys().next().value!);
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: redirectTo,
        scope: 'openid',
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      });
      return { url: url.href, state };
    },
    async end(address, state, now) {
      const one = begun.get(state);
      begun.delete(state);
      if (!one || now.getTime() > one.until) return null;
      const { client, config } = await configured();
      const checks = { pkceCodeVerifier: one.verifier, expectedState: state, expectedNonce: one.nonce };
      const tokens = await client.authorizationCodeGrant(config, address, checks).catch(() => null);
      const claims = tokens?.claims();
      return claims ? `${claims.iss} ${claims.sub}` : null;
    },
  };
}

/** Asked again after a failure. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = null;
      throw error;
    });
    return made;
  };
}
