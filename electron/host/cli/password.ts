import { type CliContext, UsageError } from './command.ts';

const mostBytes = 4096;

/**
 * The password comes on stdin alone: arguments are seen by every process of the machine. One line; its end is not part of it.
 * @throws UsageError
 */
export const passwordFromStdin = async (context: CliContext): Promise<string> => {
  if (context.values['password-stdin'] !== true) {
    throw new UsageError(
      '缺少 --password-stdin：密码从标准输入读取',
      '--password-stdin is missing: the password is read from stdin',
    );
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of process.stdin) {
    const piece = Buffer.from(chunk);
    bytes += piece.length;
    if (bytes > mostBytes) break;
    chunks.push(piece);
  }
  const password = Buffer.concat(chunks)
    .toString('utf8')
    .replace(/\r?\n$/, '');
  if (password === '') throw new UsageError('标准输入里没有密码', 'there is no password on stdin');
  return password;
};
