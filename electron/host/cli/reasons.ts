import type { CareError, ErrorCode } from '../../../db/contract/errors.ts';
import { type Said, said } from './command.ts';

/** What the command line says of a refusal; the desk has its own texts in renderer/i18n. */
const byReason: Readonly<Record<string, Said>> = {
  'no-store': said(
    '这个文件夹里没有店铺数据。请先运行 caredesk init。',
    'There is no store in this folder. Run caredesk init first.',
  ),
  'store-newer': said(
    '数据由更新的版本写成，请先升级 CareDesk。文件未改动。',
    'The store was written by a newer version: update CareDesk. Nothing was changed.',
  ),
  'schema-older': said(
    '数据还是旧版本的。请先打开一次关怀台，数据会自动升级。',
    'The store is of an older version: open CareDesk once, it is brought up to date by that.',
  ),
  'card-not-found': said('没有这个卡号。', 'There is no such card.'),
  'already-set-up': said('这家店已经设置过了。', 'This store is set up already.'),
  'password-short': said('密码至少 8 位。', 'The password needs at least 8 characters.'),
  'password-common': said('这个密码太常见，请换一个。', 'This password is too common.'),
  'password-is-name': said('密码不能与登录名相同。', 'The password must not be the log-in name.'),
  'name-taken': said('这个登录名已经有人用了。', 'This log-in name is taken.'),
  'last-admin': said('至少要留一位在岗的管理员。', 'One active administrator must remain.'),
  'file-too-large': said('文件超过 100 MB，没有读取。', 'The file is over 100 MB and was not read.'),
  'file-too-large-to-read': said(
    '文件太大，内存装不下，没有写入任何内容。请拆成几个文件。',
    'The file is too large for memory; nothing was written. Split it.',
  ),
  'file-too-many-rows': said(
    '超过 200,000 行，没有写入任何内容。请拆成几个文件。',
    'There are more than 200,000 rows; nothing was written. Split the file.',
  ),
  'file-zip-bomb': said(
    '文件解压后超过 1 GB，不能读取，没有写入任何内容。',
    'Unzipped the file is over 1 GB; nothing was written.',
  ),
  'file-empty': said('文件是空的，没有写入任何内容。', 'The file is empty; nothing was written.'),
  'file-wrong-kind': said(
    '这不是表格文件。可以导入 .xlsx、.xls、.csv 和 .txt；没有写入任何内容。',
    'This is no table: .xlsx, .xls, .csv and .txt can be imported. Nothing was written.',
  ),
  'file-truncated': said(
    '文件不完整或已损坏，没有写入任何内容。请重新导出后再试。',
    'The file is cut off or damaged; nothing was written. Export it again.',
  ),
  'file-password': said(
    '文件有密码保护，没有写入任何内容。请去掉密码后再试。',
    'The file is protected by a password; nothing was written. Take it off first.',
  ),
  'file-not-text': said(
    '文件含有不是文字的内容，没有写入任何内容。',
    'The file holds what is no text; nothing was written.',
  ),
  'header-not-found': said(
    '没有找到表头（列标题那一行），没有写入任何内容。',
    'No row of column titles was found; nothing was written.',
  ),
  'columns-missing': said(
    '缺少必须有的列，没有写入任何内容。可以用 --map 指定。',
    'A column that must be there is missing; nothing was written. --map can name it.',
  ),
  'disk-full': said('磁盘已满，没有写入。', 'The disk is full; nothing was written.'),
  'disk-failing': said('磁盘读写出错。', 'The disk fails to read or write.'),
  'store-readonly': said('数据文件只能读。', 'The store can only be read.'),
  'store-unreachable': said(
    '数据文件打不开，请检查文件夹权限。',
    'The store cannot be opened: look at the rights of the folder.',
  ),
  'store-corrupt': said('数据文件已损坏。请从备份恢复。', 'The store is damaged: restore a backup.'),
  'store-busy': said('数据正被另一个程序写入，请稍后再试。', 'Another program is writing to the store; try again.'),
};

const byCode: Readonly<Partial<Record<ErrorCode, Said>>> = {
  VALIDATION: said('有内容不对，没有写入。', 'Something given cannot be taken; nothing was written.'),
  NOT_FOUND: said('没有找到。', 'Not found.'),
  CONFLICT: said('与已有的内容冲突，没有写入。', 'It conflicts with what is there; nothing was written.'),
  CANCELLED: said('已取消，没有写入任何内容。', 'Cancelled; nothing was written.'),
  INTERNAL: said('出了意料之外的问题，详见日志。', 'Something unforeseen went wrong; see the log.'),
};

export const reasonSaid = ({ code, data }: CareError): Said => {
  const known = data.reason ? byReason[data.reason] : undefined;
  if (known) return known;
  const base = byCode[code] ?? said('没有完成。', 'Not done.');
  const fields = (data.fields ?? []).map(({ path, reason }) => {
    const text = byReason[reason];
    return { zh: text?.zh ?? `${path}: ${reason}`, en: text?.en ?? `${path}: ${reason}` };
  });
  if (fields.length > 0)
    return said(fields.map((field) => field.zh).join(' '), fields.map((field) => field.en).join(' '));
  return data.reason ? said(`${base.zh}（${data.reason}）`, `${base.en} (${data.reason})`) : base;
};
