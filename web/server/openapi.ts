import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Account, AuditEntry, CollectionRule } from '../../schemas/account.ts';
import { Citation } from '../../schemas/citation.ts';
import { Correction } from '../../schemas/correction.ts';
import { Decision, DeskFlag, FlagCounts, FlagFile, SignOff, SignOffStatus } from '../../schemas/decision.ts';
import { Diagnostic } from '../../schemas/diagnostic.ts';
import { Block } from '../../schemas/document.ts';
import { Extraction } from '../../schemas/extraction.ts';
import { Coverage, Evidence, Flag } from '../../schemas/flag.ts';
import { Indicator } from '../../schemas/indicator.ts';
import { Issue } from '../../schemas/issue.ts';
import { LedgerBalance, LedgerEntry } from '../../schemas/ledger.ts';
import { Relation } from '../../schemas/relation.ts';
import { Report, Unit } from '../../schemas/report.ts';
import { CascadeNode, Directive, Facet, ReportHead, SearchHit, Trace, TraceMention } from '../../schemas/search.ts';
import { FieldError, Problem } from './problem.ts';
import { PROBLEM_TYPE } from './problems.ts';
import { PlacedCitation, PlacedIndicator, PlacedIssue, PlacedRelation } from './shapes/placed.ts';

/** Shapes that have a name of their own in the document, and so in the clients that are made from it. */
const named = {
  ...{ Block, Citation, Coverage, Diagnostic, Directive, Evidence, Extraction, Flag, Indicator, Issue, LedgerBalance },
  ...{
    LedgerEntry,
    Relation,
    Report,
    ReportHead,
    SearchHit,
    Trace,
    TraceMention,
    CascadeNode,
    Unit,
    Problem,
    FieldError,
  },
  ...{
    Decision,
    DeskFlag,
    FlagCounts,
    FlagFile,
    SignOff,
    SignOffStatus,
    Account,
    CollectionRule,
    AuditEntry,
    Correction,
  },
  ...{ Facet, PlacedCitation, PlacedIndicator, PlacedIssue, PlacedRelation },
};

const registry = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });

const asProblem = (description: string) => ({
  description,
  content: { [PROBLEM_TYPE]: { schema: Problem } },
});

/** The problems that any route may answer with. */
const problems = {
  '4xx': asProblem('The request cannot be answered; `code` says why.'),
  '5xx': asProblem('The server cannot answer.'),
};

/** What a route answers: JSON of this shape, or a problem. */
export function answers<T extends z.ZodType>(schema: T): { 200: T } & typeof problems {
  return { 200: schema, ...problems };
}

/** What was made, or a problem. */
export function answersCreated<T extends z.ZodType>(schema: T): { 201: T } & typeof problems {
  return { 201: schema, ...problems };
}

/** Elsewhere, or a problem. */
export function answersRedirect(description: string) {
  return { 302: z.undefined().describe(description), ...problems };
}

/** Nothing, or a problem. */
export function answersNothing(description: string) {
  return { 204: z.undefined().describe(description), ...problems };
}

/** A file, or a problem. */
export function answersFile(mediaType: string, description: string) {
  return { 200: { description, content: { [mediaType]: { schema: z.any() } } }, ...problems };
}

export async function describeApi(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'doisoat' },
          token: { type: 'http', scheme: 'bearer' },
        },
      },
      security: [{ session: [] }, { token: [] }, {}],
      info: {
        title: 'doisoat',
        version,
        description:
          'Reports of Party and State bodies: what they cite, the figures they give, what residents raise, and where they contradict each other.',
      },
    },
    transform: createJsonSchemaTransform({ schemaRegistry: registry }),
    transformObject: (document) => withoutUnused(addNamed(document)),
  });
}

const addNamed = createJsonSchemaTransformObject({ schemaRegistry: registry });

/** Every shape comes twice, as it is sent and as it is received; what nothing refers to is left out. */
function withoutUnused(document: object): object {
  const { components, paths } = document as { components: { schemas: Record<string, unknown> }; paths: unknown };
  const used = new Set<string>();
  const follow = (part: unknown): void => {
    for (const [, name] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (name === undefined || used.has(name)) continue;
      used.add(name);
      follow(components.schemas[name]);
    }
  };
  follow(paths);
  const schemas = Object.fromEntries(Object.entries(components.schemas).filter(([name]) => used.has(name)));
  return { ...document, components: { ...components, schemas } };
}
