import { type CliCommand, said } from './command.ts';
import { needStore } from './withStore.ts';

/** Reads alone: a desk may have the store open. */
export const verify: CliCommand = {
  usage: said('caredesk verify   核对数据文件：完整性、引用、审计链', 'caredesk verify   check the store: integrity, references, the audit chain'),
  options: {},
  run: async (context) => {
    needStore(context.dataDir);
    const { verifyStore } = await import('../../../db/store/verify.ts');
    const result = await verifyStore(context.dataDir);
    const problems = result.problems.map((problem) => said(problem, problem));
    return {
      exit: result.ok ? 0 : 1,
      json: result,
      text: result.ok ? [said('核对无误', 'All is well')] : [said('发现问题：', 'Found wrong:'), ...problems],
    };
  },
};
