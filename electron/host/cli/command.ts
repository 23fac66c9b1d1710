import type { ParseArgsConfig } from 'node:util';
import type { Actor } from '../../../db/store/types.ts';

export type Language = 'zh' | 'en';
/** One sentence in both languages. */
export interface Said {
  readonly zh: string;
  readonly en: string;
}
export const said = (zh: string, en: string): Said => ({ zh, en });

/** What every command is given. */
export interface CliContext {
  /** the folder of the store */
  readonly dataDir: string;
  readonly json: boolean;
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  /** the command line acts with all rights, and is audited under the system's user */
  readonly actor: Actor;
  /** aborts with Ctrl C */
  readonly signal: AbortSignal;
  /** on stderr */
  tell(message: Said): void;
  /** one line on stderr that is written over, on a terminal; seldom elsewhere */
  progress(message: Said): void;
  /** on stdout at once, unless `--json` */
  print(line: string): void;
}

export interface CliResult {
  /** 0 done, 1 refused or found wrong */
  readonly exit: 0 | 1;
  /** the one document of `--json` */
  readonly json: unknown;
  /** what a person reads instead, on stdout */
  readonly text: readonly Said[];
}

export interface CliCommand {
  readonly usage: Said;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  run(context: CliContext): Promise<CliResult>;
}

/** Exit 2: the command line was not understood. */
export class UsageError extends Error {
  readonly said: Said;

  constructor(zh: string, en: string) {
    super(en);
    this.name = 'UsageError';
    this.said = said(zh, en);
  }
}

/** Exit 1: understood and refused. `code` and `reason` as in errors.ts where the store says so. */
export class RefusedError extends Error {
  readonly said: Said;
  readonly code: string;

  constructor(code: string, zh: string, en: string) {
    super(en);
    this.name = 'RefusedError';
    this.code = code;
    this.said = said(zh, en);
  }
}

export const textOption = (context: CliContext, name: string): string | undefined => {
  const value = context.values[name];
  return typeof value === 'string' ? value : undefined;
};

/** @throws UsageError */
export const neededOption = (context: CliContext, name: string): string => {
  const value = textOption(context, name)?.trim();
  if (!value) throw new UsageError(`缺少 --${name}`, `--${name} is missing`);
  return value;
};

/** @throws UsageError where it is no whole number in the range */
export const numberOption = (context: CliContext, name: string, least: number, most: number): number | undefined => {
  const text = textOption(context, name);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most) {
    throw new UsageError(
      `--${name} 应为 ${least} 到 ${most} 的整数`,
      `--${name} must be a whole number from ${least} to ${most}`,
    );
  }
  return value;
};
