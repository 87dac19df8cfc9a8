import type { FastifyReply, FastifyRequest } from 'fastify';

const NAME = 'doisoat';

/** No script sees it, no other site sends it; over TLS it goes over TLS alone. It ends with the browser or the session. */
function attributes({ protocol }: FastifyRequest) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: protocol === 'https' } as const;
}

export const sessionSecret = ({ cookies }: FastifyRequest): string | undefined => cookies[NAME];

export function keepSession(request: FastifyRequest, reply: FastifyReply, secret: string): void {
  reply.setCookie(NAME, secret, attributes(request));
}

export function forgetSession(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(NAME, attributes(request));
}

const STATE = 'doisoat-openid';

/** Which sign-in at another service this browser has begun; it must come along when that service sends it back. */
export const signInState = ({ cookies }: FastifyRequest): string | undefined => cookies[STATE];

const stateAttributes = (request: FastifyRequest) =>
  ({ ...attributes(request), path: '/api/openid', sameSite: 'lax' }) as const;

export function keepState(request: FastifyRequest, reply: FastifyReply, state: string): void {
  reply.setCookie(STATE, state, { ...stateAttributes(request), maxAge: 600 });
}

export function forgetState(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(STATE, stateAttributes(request));
}
