import { mkdirSync } from 'node:fs';
import type { DemoCounts } from '../../../db/store/demo/buildDemo.ts';
import { lockStore } from '../lock.ts';
import { type CliCommand, type CliContext, neededOption, numberOption, RefusedError, said } from './command.ts';
import { holdsStore } from './dataFolder.ts';

export interface DemoSize {
  readonly customers: number;
  /** left out: the builder's own */
  readonly seed?: number;
  readonly years?: number;
}

/** Builds a sample store in an empty folder. @throws RefusedError where the folder holds a store */
export const buildDemoIn = async (
  context: Pick<CliContext, 'actor' | 'signal' | 'progress'>,
  dataDir: string,
  size: DemoSize,
): Promise<DemoCounts> => {
  if (holdsStore(dataDir)) {
    throw new RefusedError(
      'CONFLICT',
      `${dataDir} 里已有店铺数据，没有改动`,
      `${dataDir} holds a store already; nothing was changed`,
    );
  }
  const { buildDemo } = await import('../../../db/store/demo/buildDemo.ts');
  mkdirSync(dataDir, { recursive: true });
  const lock = lockStore(dataDir, 'command', 'demo');
  try {
    return await buildDemo(dataDir, {
      ...size,
      actor: context.actor,
      signal: context.signal,
      onProgress: ({ done, total }) =>
        context.progress(said(`正在生成示例数据 ${done}/${total}`, `building the sample store ${done}/${total}`)),
    });
  } finally {
    lock.release();
  }
};

export const demo: CliCommand = {
  usage: said(
    'caredesk demo --customers N [--seed S] [--years Y]   在空文件夹里生成任意大小的示例店',
    'caredesk demo --customers N [--seed S] [--years Y]   build a sample store of any size in an empty folder',
  ),
  options: { customers: { type: 'string' }, seed: { type: 'string' }, years: { type: 'string' } },
  run: async (context) => {
    neededOption(context, 'customers');
    const customers = numberOption(context, 'customers', 1, 5_000_000) ?? 0;
    const seed = numberOption(context, 'seed', 0, 2 ** 31 - 1);
    const years = numberOption(context, 'years', 1, 30);
    const startedAt = performance.now();
    const size = { customers, ...(seed === undefined ? {} : { seed }), ...(years === undefined ? {} : { years }) };
    const counts = await buildDemoIn(context, context.dataDir, size);
    const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
    return {
      exit: 0,
      json: { dataDir: context.dataDir, ...counts, seconds },
      text: [
        said(
          `已生成 ${counts.customers} 位客户、${counts.vehicles} 台车、${counts.visits} 次到店，用时 ${seconds} 秒`,
          `${counts.customers} customers, ${counts.vehicles} vehicles and ${counts.visits} visits built in ${seconds} s`,
        ),
      ],
    };
  },
};

/** What `desk --demo` opens: full of life, and built in seconds. */
export const deskDemoSize: DemoSize = { customers: 5_000 };
