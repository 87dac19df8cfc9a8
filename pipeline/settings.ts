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
