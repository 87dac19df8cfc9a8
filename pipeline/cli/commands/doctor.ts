import { settingNames, settings as settingSpecs } from '../../../schemas/settings.ts';
import { homeExists, openHome } from '../../compose.ts';
import { PIPELINE_VERSION } from '../../version.ts';
import type { CommandBody } from '../command-body.ts';
import { paint } from '../format.ts';
import { openSession } from '../session.ts';
import { renderTable } from '../table.ts';

const doctor: CommandBody = async (messages, _args, options) => {
  const session = openSession(messages, options);
  const { settings, resolved, print } = session;
  let health: Awaited<ReturnType<Awaited<ReturnType<typeof openHome>>['store']['health']>> | null = null;
  let balance: object | null = null;
  if (homeExists(settings)) {
    const home = await openHome(settings);
    try {
      health = await home.store.health();
      balance = await home.store.ledger.balance();
    } finally {
      await home.close();
    }
  }
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
      ledger: balance,
      settings: shown,
    });
    return undefined;
  }
  print(`${messages.doctor.node}: ${process.version} · ${messages.doctor.pipeline}: ${PIPELINE_VERSION}`);
  if (!health) print(`${messages.doctor.store}: ${messages.doctor.empty}`);
  else {
    const details = Object.entries(health.details).map(([key, value]) => `${key} ${value}`);
    print(`${messages.doctor.store}: ${health.kind} ${health.version} · ${details.join(' · ')}`);
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
  if (!health?.warnings.length) print(messages.doctor.fine);
  else {
    print(paint('bold', messages.doctor.warnings));
    for (const warning of health.warnings) print(`  ${warning}`);
  }
  return undefined;
};

/** `redis://user:secret@host:6379` → `redis://***@host:6379`. */
function maskSecret(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/\/\/[^@/]*@/, '//***@') : value;
}

export default doctor;
