import { Command, type CommanderError, type Help, Option } from 'commander';
import type { CommandBody } from './command-body.ts';
import type { Messages } from './messages/vi.ts';
import { nearest } from './nearest.ts';
import { versionOfPackage } from './version-of-package.ts';

type CommandName = keyof Messages['commands'];
type OptionName = keyof Messages['options'];
/** `['--limit <n>', 'limit']`: flags as commander reads them, and the key of the text that explains them. */
type OptionSpec = readonly [flags: string, text: OptionName, fallback?: string];

interface Spec {
  /** Arguments as commander reads them: `<path...>`. */
  args?: string;
  options?: readonly OptionSpec[];
  json?: boolean;
  /** Brings the code of the command only when it is called: `--help` must be quick. */
  load: () => Promise<{ default: CommandBody }>;
}

const paging: OptionSpec[] = [
  ['--limit <n>', 'limit', '20'],
  ['--offset <n>', 'offset', '0'],
];
const byReport: OptionSpec[] = [
  ['--report <id>', 'report'],
  ['--words <words>', 'words'],
  ['--place <name>', 'place'],
  ['--issuer <name>', 'issuer'],
  ['--from <date>', 'from'],
  ['--to <date>', 'to'],
];
const series: OptionSpec[] = [
  ['--series <label>', 'series'],
  ['--csv <file>', 'csv'],
  ['--xlsx <file>', 'xlsx'],
  ['--svg <file>', 'svg'],
];
const flagged: OptionSpec[] = [
  ...byReport,
  ['--kind <kind>', 'kind'],
  ['--certain', 'certain'],
  ['--severity <severity>', 'severity'],
  ['--state <state>', 'decisionState'],
  ['--assignee <name>', 'assignee'],
];
const deciding: OptionSpec[] = [
  ['--reason <words>', 'reason'],
  ['--comment <words>', 'comment'],
  ['--by <name>', 'by'],
];
const reading: OptionSpec[] = [
  ['--concurrency <n>', 'concurrency'],
  ['--no-ocr', 'noOcr'],
];
const listening: OptionSpec[] = [
  ['--port <n>', 'port', '8410'],
  ['--host <address>', 'host', '127.0.0.1'],
];
const ingesting: OptionSpec[] = [['--collection <name>', 'collection', 'default'], ...reading];

const specs: Record<CommandName, Spec> = {
  start: {
    args: '[path...]',
    options: [...ingesting, ['--no-serve', 'noServe'], ...listening],
    load: () => import('./commands/start.ts'),
  },
  ingest: {
    args: '<path...>',
    options: [...ingesting, ['--watch', 'watch']],
    load: () => import('./commands/ingest.ts'),
  },
  serve: {
    options: listening,
    load: () => import('./commands/serve.ts'),
  },
  worker: {
    options: [
      ['--concurrency <n>', 'concurrency'],
      ['--metrics-port <port>', 'metricsPort'],
    ],
    load: () => import('./commands/worker.ts'),
  },
  search: {
    args: '<query...>',
    options: [['--sort <order>', 'sort', 'relevance'], ...paging],
    load: () => import('./commands/search.ts'),
  },
  trace: {
    args: '[number]',
    options: [
      ['--place <name>', 'place'],
      ['--format <format>', 'format', 'text'],
      ['--unknown', 'unknown'],
    ],
    load: () => import('./commands/trace.ts'),
  },
  directives: { args: '[words...]', options: paging, load: () => import('./commands/directives.ts') },
  indicators: { options: [...byReport, ...series, ...paging], load: () => import('./commands/indicators.ts') },
  issues: {
    options: [...byReport, ['--topic <topic>', 'topic'], ['--stance <stance>', 'stance'], ...paging],
    load: () => import('./commands/issues.ts'),
  },
  flags: {
    args: '[action] [id]',
    options: [...flagged, ...deciding, ['--coverage', 'coverage'], ['--closed', 'closed'], ...paging],
    load: () => import('./commands/flags.ts'),
  },
  diff: { args: '<old> <new>', options: [['--no-ocr', 'noOcr']], load: () => import('./commands/diff.ts') },
  correct: {
    args: '<id> [change...]',
    options: [
      ['--by <name>', 'by'],
      ['--comment <words>', 'comment'],
    ],
    load: () => import('./commands/correct.ts'),
  },
  protocol: { args: '<file>', options: flagged, load: () => import('./commands/protocol.ts') },
  outline: {
    args: '<outline> [report...]',
    options: reading,
    load: () => import('./commands/outline.ts'),
  },
  show: { args: '<id>', options: [['--blocks', 'blocks']], load: () => import('./commands/show.ts') },
  jobs: {
    options: [['--failed', 'failed'], ['--state <state>', 'state'], ['--collection <name>', 'collection'], ...paging],
    load: () => import('./commands/jobs.ts'),
  },
  retry: { options: reading, load: () => import('./commands/retry.ts') },
  remove: { args: '<id>', load: () => import('./commands/remove.ts') },
  dump: { load: () => import('./commands/dump.ts') },
  backup: { args: '<folder>', load: () => import('./commands/backup.ts') },
  restore: { args: '<folder>', load: () => import('./commands/restore.ts') },
  reindex: { load: () => import('./commands/reindex.ts') },
  reconcile: { load: () => import('./commands/reconcile.ts') },
  extract: {
    args: '<file...>',
    options: reading,
    load: () => import('./commands/extract.ts'),
  },
  check: {
    args: '<path...>',
    options: [['--annotate <file>', 'annotate'], ['--sarif', 'sarif'], ...reading],
    load: () => import('./commands/check.ts'),
  },
  read: {
    args: '<file>',
    options: [
      ['--html <file>', 'html'],
      ['--no-ocr', 'noOcr'],
    ],
    load: () => import('./commands/read.ts'),
  },
  explain: { args: '<file>', options: [['--no-ocr', 'noOcr']], load: () => import('./commands/explain.ts') },
  accounts: {
    args: '<action> [name]',
    options: [
      ['--role <role>', 'role'],
      ['--name <name>', 'displayName'],
      ['--confined', 'confined'],
    ],
    load: () => import('./commands/accounts.ts'),
  },
  collections: {
    args: '[action] [name]',
    options: [
      ['--roles <roles>', 'roles'],
      ['--accounts <names>', 'accounts'],
      ['--audited', 'audited'],
    ],
    load: () => import('./commands/collections.ts'),
  },
  schema: { load: () => import('./commands/schema.ts') },
  doctor: { load: () => import('./commands/doctor.ts') },
};

export function buildProgram(messages: Messages): Command {
  const program = new Command('doisoat')
    .description(messages.program.description)
    .version(versionOfPackage(), '-V, --version', messages.program.version)
    .helpOption('-h, --help', messages.program.help)
    .helpCommand(false)
    .configureHelp(titlesIn(messages))
    .addHelpText('after', examplesOf(messages, 'main'))
    .addHelpText('after', `\n${messages.program.more}`)
    .configureOutput({ outputError: () => {} })
    .exitOverride((error) => endParsing(error, messages));
  for (const name of Object.keys(specs) as CommandName[]) program.addCommand(buildCommand(name, specs[name], messages));
  return program;
}

function buildCommand(name: CommandName, spec: Spec, messages: Messages): Command {
  const command = new Command(name)
    .description(messages.commands[name])
    .helpOption('-h, --help', messages.program.help)
    .configureHelp(titlesIn(messages))
    .addHelpText('after', examplesOf(messages, name))
    .configureOutput({ outputError: () => {} })
    .exitOverride((error) => endParsing(error, messages));
  if (spec.args) command.arguments(spec.args);
  const common: OptionSpec[] = [
    ['--json', 'json'],
    ['--data <folder>', 'data'],
    ['--lang <vi|en>', 'lang'],
  ];
  for (const [flags, text, fallback] of [...(spec.options ?? []), ...common]) {
    const option = new Option(flags, messages.options[text]);
    command.addOption(fallback === undefined ? option : option.default(fallback));
  }
  command.action(async () => {
    const { default: body } = await spec.load();
    const status = await body(messages, command.args, command.opts());
    process.exitCode = status ?? 0;
  });
  return command;
}

/** Help and version end with 0. Wrong usage ends with 2 (commander would say 1, in English) and with the way to the help. */
function endParsing({ exitCode, code, message }: CommanderError, { errors, program }: Messages): never {
  if (exitCode === 0) process.exit(0);
  // `doisoat` alone: the help has been shown.
  if (code === 'commander.help') process.exit(2);
  const named = /'([^']+)'/.exec(message)?.[1] ?? '';
  const say = errors.usage[code.replace('commander.', '') as keyof typeof errors.usage];
  const meant = code === 'commander.unknownCommand' ? nearest(named, Object.keys(specs)) : null;
  const lines = [say ? say(named) : message, ...(meant ? [errors.meant(meant)] : []), program.more];
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exit(2);
}

function examplesOf(messages: Messages, name: keyof Messages['examples']): string {
  const lines = messages.examples[name] as string[];
  return `\n${messages.program.examples}:\n${lines.map((line) => `  ${line}`).join('\n')}`;
}

/** Commander's headings in the language of the interface. */
function titlesIn({ program }: Messages): Partial<Help> {
  const titles: Record<string, string> = {
    'Usage:': `${program.usage}:`,
    'Options:': `${program.options}:`,
    'Commands:': `${program.commands}:`,
    'Arguments:': `${program.arguments}:`,
    'Global Options:': `${program.globalOptions}:`,
  };
  return { styleTitle: (title) => titles[title] ?? title };
}
