import { type SettingName, type Settings, settingNames, settings } from '../schemas/settings.ts';

export type SettingSource = 'default' | 'environment' | 'command-line';

export interface ResolvedSettings {
  values: Settings;
  sources: Record<SettingName, SettingSource>;
}

/** A setting that cannot be used: which one, where it came from, what is wrong with it. */
export class SettingError extends Error {
  readonly setting: SettingName;
  readonly source: SettingSource;
  constructor(setting: SettingName, source: SettingSource, message: string) {
    super(message);
    this.name = 'SettingError';
    this.setting = setting;
    this.source = source;
  }
}

/**
 * The environment with its secrets: a setting that is a secret may lie in a file that `NAME_FILE` names, as containers
 * keep it, so that no list of processes or variables shows it.
 */
export function withSecretFiles(
  environment: Record<string, string | undefined>,
  read: (path: string) => string,
): Record<string, string | undefined> {
  const all = { ...environment };
  for (const name of settingNames) {
    const { env, secret } = settings[name];
    const path = secret && !all[env] ? all[`${env}_FILE`] : undefined;
    if (!path) continue;
    try {
      all[env] = read(path).trim();
    } catch (error) {
      throw new SettingError(name, 'environment', `${env}_FILE: ${(error as Error).message}`);
    }
  }
  return all;
}

/** Command line before environment before default. An empty environment variable counts as not set. */
export function resolveSettings(
  given: Partial<Record<SettingName, unknown>>,
  environment: Record<string, string | undefined>,
): ResolvedSettings {
  const values: Partial<Record<SettingName, unknown>> = {};
  const sources: Partial<Record<SettingName, SettingSource>> = {};
  for (const name of settingNames) {
    const fromEnvironment = environment[settings[name].env] || undefined;
    const source: SettingSource =
      given[name] !== undefined ? 'command-line' : fromEnvironment !== undefined ? 'environment' : 'default';
    const parsed = settings[name].schema.safeParse(given[name] ?? fromEnvironment);
    if (!parsed.success) throw new SettingError(name, source, parsed.error.issues[0]?.message ?? 'invalid');
    values[name] = parsed.data;
    sources[name] = source;
  }
  return { values: values as Settings, sources: sources as Record<SettingName, SettingSource> };
}
