import { userInfo } from 'node:os';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { CareError, errorStatus } from '../../db/contract/errors.ts';
import {
  type CliCommand,
  type CliContext,
  type Language,
  RefusedError,
  type Said,
  said,
  UsageError,
} from './cli/command.ts';
import { dataDirOf } from './cli/dataFolder.ts';
import { reasonSaid } from './cli/reasons.ts';
import { StoreHeldError } from './lock.ts';
import { openLog } from './log.ts';
import { version } from './version.ts';

/** Each command is read when it is asked for, so that `desk` starts without the importer and the other way round. */
const commands: Readonly<Record<string, () => Promise<CliCommand>>> = {
  init: async () => (await import('./cli/init.ts')).init,
  desk: async () => (await import('./cli/desk.ts')).desk,
  import: async () => (await import('./cli/importFile.ts')).importFile,
  demo: async () => (await import('./cli/demo.ts')).demo,
  verify: async () => (await import('./cli/verify.ts')).verify,
  explain: async () => (await import('./cli/explain.ts')).explain,
  user: async () => (await import('./cli/user.ts')).user,
};

const shared: NonNullable<ParseArgsConfig['options']> = {
  data: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
};

const languageOf = (env: NodeJS.ProcessEnv): Language => {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^en\b/i.test(locale.replace('_', '-')) ? 'en' : 'zh';
};
const language = languageOf(process.env);
const inWords = (message: Said): string => message[language];

const toStderr = (line: string): void => void process.stderr.write(`${line}\n`);
const toStdout = (line: string): Promise<void> =>
  new Promise((resolve) => process.stdout.write(`${line}\n`, () => resolve()));

let progressAt = 0;
let progressShown = false;
const endProgress = (): void => {
  if (progressShown) process.stderr.write('\n');
  progressShown = false;
};
const showProgress = (message: Said): void => {
  const now = performance.now();
  const isTerminal = process.stderr.isTTY;
  if (now - progressAt < (isTerminal ? 100 : 5_000)) return;
  progressAt = now;
  if (!isTerminal) {
    toStderr(inWords(message));
    return;
  }
  progressShown = true;
  process.stderr.write(`\r\u001b[2K${inWords(message)}`);
};

const usage = async (): Promise<string> => {
  const loaded = await Promise.all(Object.values(commands).map((load) => load()));
  const common = said(
    '每个命令都可以加 --data 文件夹（默认：系统的用户数据文件夹）和 --json（结果为一个 JSON）。',
    "Every command takes --data DIR (default: the platform's user data folder) and --json (one document on stdout).",
  );
  return [
    `CareDesk 关怀台 ${version}`,
    '',
    ...loaded.map((command) => inWords(command.usage)),
    '',
    inWords(common),
  ].join('\n');
};

const systemUser = (): string => {
  try {
    return userInfo().username;
  } catch {
    return 'unknown';
  }
};

const parse = (args: readonly string[], command: CliCommand) => {
  try {
    return parseArgs({
      args: [...args],
      options: { ...shared, ...command.options },
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    throw new UsageError(`参数不对：${text}`, text);
  }
};

const run = async (name: string, args: readonly string[], command: CliCommand): Promise<number> => {
  const { values, positionals } = parse(args, command);
  const own = values as Readonly<Record<string, string | boolean | undefined>>;
  if (own['help'] === true) {
    await toStdout(inWords(command.usage));
    return 0;
  }
  const stop = new AbortController();
  const interrupted = (): void => {
    // a second Ctrl C ends it at once
    if (stop.signal.aborted) process.exit(130);
    stop.abort();
  };
  process.on('SIGINT', interrupted);
  process.on('SIGTERM', interrupted);
  const user = systemUser();
  const json = own['json'] === true;
  const dataDir = dataDirOf(typeof own['data'] === 'string' ? own['data'] : undefined);
  const context: CliContext = {
    dataDir,
    json,
    positionals,
    values: own,
    actor: { kind: 'cli', id: `cli:${user}`, name: user, role: 'admin', desk: 'cli' },
    signal: stop.signal,
    tell: (message) => toStderr(inWords(message)),
    progress: showProgress,
    print: (line) => void (json ? undefined : process.stdout.write(`${line}\n`)),
  };
  try {
    const result = await command.run(context);
    endProgress();
    if (json && result.json !== undefined) await toStdout(JSON.stringify(result.json, null, 1));
    else if (!json) for (const message of result.text) await toStdout(inWords(message));
    return result.exit;
  } catch (error) {
    endProgress();
    if (error instanceof UsageError) throw error;
    const { code, reason, message } = refusal(error);
    if (code === 'INTERNAL') openLog(dataDir).error(`caredesk ${name} failed`, {}, error);
    toStderr(inWords(message));
    if (code === 'INTERNAL' && error instanceof Error) toStderr(error.stack ?? error.message);
    if (json)
      await toStdout(
        JSON.stringify({ error: { code, ...(reason ? { reason } : {}), message: inWords(message) } }, null, 1),
      );
    return 1;
  }
};

const refusal = (error: unknown): { code: string; reason?: string | undefined; message: Said } => {
  if (error instanceof RefusedError) return { code: error.code, message: error.said };
  if (error instanceof StoreHeldError) {
    const { pid, what, port } = error.holder;
    const where = port === null ? '' : `, http://127.0.0.1:${port}`;
    return {
      code: 'BUSY',
      reason: 'store-held',
      message: said(
        `数据正由进程 ${pid}（caredesk ${what}${where}）使用，请先关闭它。`,
        `Process ${pid} (caredesk ${what}${where}) has the store open: close it first.`,
      ),
    };
  }
  if (error instanceof CareError && Object.hasOwn(errorStatus, error.code)) {
    return { code: error.code, reason: error.data.reason, message: reasonSaid(error) };
  }
  return { code: 'INTERNAL', message: reasonSaid(new CareError('INTERNAL')) };
};

/** Exit 0 done, 1 refused or found wrong, 2 not understood. */
const main = async (args: readonly string[]): Promise<number> => {
  const [name, ...rest] = args;
  try {
    if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
      await toStdout(await usage());
      return name === undefined ? 2 : 0;
    }
    if (name === '--version') {
      await toStdout(version);
      return 0;
    }
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!load) throw new UsageError(`没有「${name}」这个命令`, `There is no command ${name}`);
    return await run(name, rest, await load());
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    toStderr(inWords(error.said));
    toStderr(inWords(said('用法见 caredesk help', 'caredesk help says how')));
    return 2;
  }
};

// stray handles (an idle thread, a keep-alive socket) must not keep a finished command running
process.exit(await main(process.argv.slice(2)));
