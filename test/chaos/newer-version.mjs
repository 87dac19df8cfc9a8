import { registerHooks } from 'node:module';

/** Loaded before the program: the same program, of the next pipeline version. */
registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (!url.endsWith('/pipeline/version.ts')) return loaded;
    const source = String(loaded.source).replace(
      /PIPELINE_VERSION = '(\d+)[^']*'/,
      (_, n) => `PIPELINE_VERSION = '${Number(n) + 1}'`,
    );
    return { ...loaded, source };
  },
});
