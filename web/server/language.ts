import type { FastifyRequest } from 'fastify';
import { en } from './messages/en.ts';
import { type ServerMessages, vi } from './messages/vi.ts';

export type Language = 'vi' | 'en';

const messages: Record<Language, ServerMessages> = { vi, en };

/** Vietnamese unless the browser asks for English before it. */
export function languageOf(request: Pick<FastifyRequest, 'headers'>): Language {
  let best: { language: Language; weight: number } = { language: 'vi', weight: 0 };
  for (const part of (request.headers['accept-language'] ?? '').split(',')) {
    const [, language, weight = '1'] = /^\s*(vi|en)\b[^;]*(?:;\s*q=([\d.]+))?/i.exec(part) ?? [];
    if (language !== undefined && Number(weight) > best.weight)
      best = { language: language.toLowerCase() as Language, weight: Number(weight) };
  }
  return best.language;
}

export function messagesFor(request: Pick<FastifyRequest, 'headers'>): ServerMessages {
  return messages[languageOf(request)];
}

export const messagesIn = (language: Language): ServerMessages => messages[language];
