import { pathToFileURL } from 'node:url';
import type { Extraction } from '../../schemas/extraction.ts';
import type { Evidence, Flag } from '../../schemas/flag.ts';
import type { Messages } from './messages/vi.ts';

/** A report that was read, with where its blocks stand, in words. */
export interface CheckedFile {
  source: string;
  status: Extraction['status'];
  flags: readonly Flag[];
  places: ReadonlyMap<string, string>;
  problem: string | null;
}

/**
 * The flags as a log of SARIF 2.1.0 for tools that show what checkers find. A report has no lines, and
 * letters of a Word file or a PDF have no place in its bytes: a place is the block in words, and what `--json` has as properties.
 */
export function sarifLog(
  files: readonly CheckedFile[],
  across: readonly Flag[],
  version: string,
  messages: Messages,
  lang: 'vi' | 'en',
): object {
  const flags = [...files.flatMap((file) => file.flags), ...across];
  const kinds = [...new Set(flags.map(({ kind }) => kind))].sort();
  const places = new Map(files.map((file) => [file.source, file.places]));

  const location = (evidence: Evidence, source: string, id: number) => ({
    id,
    physicalLocation: { artifactLocation: { uri: uriOf(source) } },
    logicalLocations: [
      {
        name: evidence.block,
        fullyQualifiedName: places.get(source)?.get(evidence.block) || evidence.block,
        kind: 'element',
      },
    ],
    message: { text: `${messages.flags.roles[evidence.role] ?? evidence.role}: “${evidence.quote}”` },
    properties: { block: evidence.block, start: evidence.start, end: evidence.end },
  });
  const result = (flag: Flag, source: string) => {
    const [first, ...others] = flag.evidence.map((evidence, i) => location(evidence, evidence.source ?? source, i));
    return {
      ruleId: flag.kind,
      ruleIndex: kinds.indexOf(flag.kind),
      level: flag.certain ? 'error' : 'warning',
      message: { text: [flag.message[lang], flag.suggestion].filter(Boolean).join(' ') },
      locations: [first],
      relatedLocations: others,
      partialFingerprints: { 'doisoat/v1': flag.fingerprint },
      properties: { id: flag.id, stated: flag.stated, expected: flag.expected, formula: flag.formula },
    };
  };
  const failures = files.filter(({ status }) => status === 'failed');
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'doisoat',
            semanticVersion: version,
            language: lang,
            rules: kinds.map((id) => ({ id, shortDescription: { text: messages.flags.kinds[id] } })),
          },
        },
        artifacts: files.map(({ source }) => ({ location: { uri: uriOf(source) } })),
        results: [
          ...files.flatMap(({ source, flags: own }) => own.map((flag) => result(flag, source))),
          ...across.map((flag) => result(flag, flag.evidence[0]?.source ?? '')),
        ],
        invocations: [
          {
            executionSuccessful: failures.length === 0,
            toolExecutionNotifications: failures.map(({ source, problem }) => ({
              level: 'error',
              message: { text: problem ?? '' },
              locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(source) } } }],
            })),
          },
        ],
      },
    ],
  };
}

/** Relative paths stay relative; every name is written as an address may be. */
function uriOf(source: string): string {
  if (/^([/\\]|[a-z]:)/i.test(source)) return pathToFileURL(source).href;
  return source.split(/[/\\]/).map(encodeURIComponent).join('/');
}
