import type { FastifyRequest, FastifySchemaCompiler, FastifySerializerCompiler } from 'fastify';
import { type ZodType, z } from 'zod';
import { languageOf } from './language.ts';
import type { FieldError } from './problem.ts';

const say = { vi: z.locales.vi().localeError, en: z.locales.en().localeError };

/** A part of a request that is not what its schema says. */
export class InvalidRequest extends Error {
  override name = 'InvalidRequest';
  readonly statusCode = 400;
  readonly part: string;
  readonly issues: z.core.$ZodIssue[];
  constructor(part: string, issues: z.core.$ZodIssue[]) {
    super(`${part} is not valid`);
    this.part = part;
    this.issues = issues;
  }

  errorsIn(request: Pick<FastifyRequest, 'headers'>): FieldError[] {
    const words = say[languageOf(request)];
    return this.issues.map((issue) => {
      const told = words(issue as z.core.$ZodRawIssue);
      return {
        path: [this.part, ...issue.path].join('.'),
        message: (typeof told === 'string' ? told : told?.message) ?? issue.message,
      };
    });
  }
}

export const validatorCompiler: FastifySchemaCompiler<ZodType> =
  ({ schema, httpPart = 'body' }) =>
  (data) => {
    const read = schema.safeParse(data, { reportInput: true });
    if (read.success) return { value: read.data };
    return { error: new InvalidRequest(httpPart === 'querystring' ? 'query' : httpPart, read.error.issues) };
  };

/**
 * Answers come from the store, where every shape was checked when it was written; only the tests check them again. Schemas
 * of answers are strict, so nothing unsaid could be left out here.
 */
export function serializerCompiler(checked: boolean): FastifySerializerCompiler<ZodType> {
  return ({ schema, method, url }) =>
    (data) => {
      if (checked) {
        const read = schema.safeParse(data);
        if (!read.success) throw new Error(`${method} ${url} answered against its schema: ${read.error.message}`);
      }
      return JSON.stringify(data);
    };
}
