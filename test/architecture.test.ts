import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const rooms = ['schemas', 'extractors', 'pipeline', 'search', 'web'];

interface Module {
  /** Path from the top of the project, with forward slashes. */
  path: string;
  source: string;
  imports: string[];
}

const modules = new Map(rooms.flatMap(load).map((module) => [module.path, module]));

function load(folder: string): Module[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.ts$/.test(name) && !/(^|\/)dist\//.test(name))
    .map((name) => {
      const path = relative(root, join(root, folder, name)).replaceAll('\\', '/');
      const source = readFileSync(join(root, path), 'utf8');
      return { path, source, imports: importsOf(path, source) };
    });
}

/** Static and dynamic imports; relative ones as paths from the top of the project. */
function importsOf(path: string, source: string): string[] {
  const found = source.matchAll(
    /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|(?:^|\n)import\s+'([^']+)'/g,
  );
  return Array.from(found, ([, a, b, c]) => {
    const name = a ?? b ?? c ?? '';
    return name.startsWith('.') ? posix.normalize(posix.join(posix.dirname(path), name)) : name;
  });
}

function inRoom(room: string): Module[] {
  return [...modules.values()].filter((module) => module.path.startsWith(`${room}/`));
}

const isTestingAid = (path: string): boolean => /\/testing\//.test(path);

describe('imports point one way', () => {
  const allowed: Record<string, RegExp> = {
    schemas: /^schemas\//,
    extractors: /^(schemas|extractors)\//,
    search: /^(schemas|search|extractors\/text)\//,
    // The commands that serve bring the server along, and nothing else does.
    pipeline: /^((schemas|extractors|search|pipeline)\/|web\/server\/serve\.ts$)/,
    web: /^(schemas|extractors|search|pipeline|web)\//,
  };
  for (const [room, pattern] of Object.entries(allowed)) {
    test(`${room} may import ${pattern.source}`, () => {
      const wrong = inRoom(room).flatMap(({ path, imports }) =>
        imports
          .filter((name) => rooms.some((other) => name.startsWith(`${other}/`)) && !pattern.test(name))
          .map((name) => `${path} → ${name}`),
      );
      expect(wrong).toEqual([]);
    });
  }

  test('schemas need nothing but zod', () => {
    const wrong = inRoom('schemas').flatMap(({ path, imports }) =>
      imports.filter((name) => name !== 'zod' && !name.startsWith('schemas/')).map((name) => `${path} → ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  test('every relative import exists', () => {
    const wrong = [...modules.values()].flatMap(({ path, imports }) =>
      imports
        .filter(
          (name) => /^\w+\/.*\.tsx?$/.test(name) && rooms.includes(name.split('/')[0] ?? '') && !modules.has(name),
        )
        .map((name) => `${path} → ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  test('only compose.ts chooses an adapter', () => {
    const adapters = /^(search\/(sqlite|elasticsearch)|pipeline\/queue|pipeline\/objects)\//;
    const wrong = [...modules.values()].flatMap(({ path, imports }) =>
      adapters.test(path) || path === 'pipeline/compose.ts'
        ? []
        : imports.filter((name) => adapters.test(name)).map((name) => `${path} → ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  test('nothing but the commands that serve knows the web server', () => {
    const serving = /^(web\/|pipeline\/cli\/(serve-pages|commands\/(serve|start))\.ts$)/;
    const wrong = [...modules.values()].flatMap(({ path, imports }) =>
      serving.test(path) ? [] : imports.filter((name) => name.startsWith('web/')).map((name) => `${path} → ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  test('there are no cycles', () => {
    const state = new Map<string, 'open' | 'done'>();
    const cycles: string[] = [];
    const visit = (path: string, trail: string[]): void => {
      if (state.get(path) === 'done') return;
      if (state.get(path) === 'open') {
        cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
        return;
      }
      state.set(path, 'open');
      for (const next of modules.get(path)?.imports ?? []) if (modules.has(next)) visit(next, [...trail, path]);
      state.set(path, 'done');
    };
    for (const path of modules.keys()) visit(path, []);
    expect(cycles).toEqual([]);
  });
});

describe('extractors are pure', () => {
  const forbiddenModules =
    /^(node:)?(fs|fs\/promises|net|http|https|http2|dns|tls|child_process|worker_threads|os|process|timers|inspector|cluster)$/;
  const forbiddenCalls: [string, RegExp][] = [
    ['the clock', /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(/],
    ['the environment', /\bprocess\.(env|argv|cwd|platform)\b/],
    ['the console', /\bconsole\.|\bprocess\.(stdout|stderr)\b/],
    ['chance', /\bMath\.random\(|\brandomUUID\(|\brandomBytes\(/],
    ['the network', /\bfetch\(/],
    ['the locale', /\.toLocale(Lower|Upper)?(Case)?\w*\(|\bIntl\./],
  ];
  const pure = inRoom('extractors').filter(({ path }) => !isTestingAid(path) && !/\/build\//.test(path));

  test('no file system, network or processes', () => {
    const wrong = pure.flatMap(({ path, imports }) =>
      imports.filter((name) => forbiddenModules.test(name)).map((name) => `${path} → ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  for (const [what, pattern] of forbiddenCalls) {
    test(`nothing asks ${what}`, () => {
      expect(pure.filter(({ source }) => pattern.test(source)).map(({ path }) => path)).toEqual([]);
    });
  }
});
