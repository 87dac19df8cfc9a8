import type { LedgerBalance } from '../../../schemas/ledger.ts';
import { type Settings, settingNames, settings as settingSpecs } from '../../../schemas/settings.ts';
import { ServerError } from '../../../search/server-error.ts';
import { type Home, homeExists, openHome } from '../../compose.ts';
import type { QueueHealth } from '../../ports.ts';
import { PIPELINE_VERSION } from '../../version.ts';
import type { CommandBody } from '../command-body.ts';
import { EXIT } from '../failure.ts';
import { paint } from '../format.ts';
import { serverText } from '../server-trouble.ts';
import { openSession } from '../session.ts';
import { renderTable } from '../table.ts';

const doctor: CommandBody = async (messages, _args, options) => {
  const session = openSession(messages, options);
  const { settings, resolved, print } = session;
  const { health, queue, balance, trouble } = await examine(settings);
  const status = trouble ? EXIT.usage : EXIT.fine;
  const storeWarnings: Record<string, string> = messages.servers.storeWarnings;
  const warnings = [
    ...(trouble ? [serverText(trouble, messages)] : []),
    ...(queue?.warnings ?? []).map((warning) => messages.servers.warnings[warning]),
    ...(health?.warnings ?? []).map((warning) => storeWarnings[warning] ?? warning),
  ];
  const shown = settingNames.map((name) => ({
    name: settingSpecs[name].env,
    value: settingSpecs[name].secret ? maskSecret(settings[name]) : settings[name],
    source: resolved.sources[name],
    help: settingSpecs[name][settings.lang],
  }));
  if (session.json) {
    session.printJson({
      node: process.version,
      pipelineVersion: PIPELINE_VERSION,
      store: health,
      queue,
      ledger: balance,
      warnings,
      settings: shown,
    });
    return status;
  }
  print(`${messages.doctor.node}: ${process.version} · ${messages.doctor.pipeline}: ${PIPELINE_VERSION}`);
  if (queue) print(`${messages.doctor.queue}: ${describe(queue)}`);
  if (!health && !trouble) print(`${messages.doctor.store}: ${messages.doctor.empty}`);
  if (health) {
    print(`${messages.doctor.store}: ${describe(health)}`);
    if (balance)
      print(
        `${messages.doctor.ledger}: ${Object.entries(balance)
          .map(([key, value]) => `${key} ${value}`)
          .join(' · ')}`,
      );
  }
  print(`\n${paint('bold', messages.doctor.settings)}`);
  const rows = shown.map(({ name, value, source, help }) => [
    name,
    String(value ?? messages.doctor.unset),
    messages.doctor.sources[source],
    help,
  ]);
  for (const line of renderTable([{ title: '' }, { title: '' }, { title: '' }, { title: '', min: 20 }], rows).slice(2))
    print(line);
  print();
  if (warnings.length === 0) print(messages.doctor.fine);
  else {
    print(paint('bold', messages.doctor.warnings));
    for (const warning of warnings) print(`  ${warning}`);
  }
  return status;
};

interface Examined {
  health: Awaited<ReturnType<Home['store']['health']>> | null;
  queue: QueueHealth | null;
  balance: LedgerBalance | null;
  /** What keeps the rest from being looked at. */
  trouble: ServerError | null;
}

async function examine(settings: Settings): Promise<Examined> {
  const found: Examined = { health: null, queue: null, balance: null, trouble: null };
  if (!homeExists(settings)) return found;
  try {
    const home = await openHome(settings);
    try {
      found.queue = await home.queue.health();
      found.health = await home.store.health();
      found.balance = await home.store.ledger.balance();
    } finally {
      await home.close();
    }
  } catch (error) {
    if (!(error instanceof ServerError)) throw error;
    found.trouble = error;
  }
  return found;
}

function describe({ kind, version, details }: Pick<QueueHealth, 'kind' | 'version' | 'details'>): string {
  const told = Object.entries(details).map(([key, value]) => `${key} ${value}`);
  return [`${kind} ${version}`, ...told].join(' · ');
}

/** `redis://user:secret@host:6379` → `redis://***@host:6379`. */
function maskSecret(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/\/\/[^@/]*@/, '//***@') : value;
}

export default doctor;
