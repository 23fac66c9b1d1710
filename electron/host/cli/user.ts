import { type Role, roles } from '../../../db/contract/entry.ts';
import { badField } from '../../../db/contract/errors.ts';
import { passwordWeakness } from '../../../db/store/passwords.ts';
import type { Store } from '../../../db/store/types.ts';
import {
  type CliCommand,
  type CliContext,
  neededOption,
  RefusedError,
  said,
  textOption,
  UsageError,
} from './command.ts';
import { passwordFromStdin } from './password.ts';
import { needStore, withWriter } from './withStore.ts';

interface StaffRow {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly displayName: string;
  readonly role: Role;
  readonly active: boolean;
}

const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text);

/** @throws UsageError */
const roleOf = (text: string): Role => {
  if (isRole(text)) return text;
  throw new UsageError(`--role 应为 ${roles.join('、')}`, `--role must be one of ${roles.join(', ')}`);
};

const add = async (
  context: CliContext,
  store: Store,
  name: string,
  role: Role,
  password: string,
): Promise<StaffRow['id']> => {
  const { id } = (await store.call('staff.add', { name, displayName: name, role, password }, context.actor)) as {
    id: string;
  };
  return id;
};

const reset = async (
  context: CliContext,
  store: Store,
  name: string,
  role: Role | undefined,
  password: string,
): Promise<string> => {
  const { rows } = (await store.call('staff.list', {}, context.actor)) as { rows: StaffRow[] };
  const person = rows.find((row) => row.name.toLowerCase() === name.toLowerCase());
  if (!person)
    throw new RefusedError('NOT_FOUND', `没有登录名为「${name}」的员工`, `Nobody has the log-in name ${name}`);
  const { id, version, displayName } = person;
  if (!person.active || (role !== undefined && role !== person.role)) {
    await store.call(
      'staff.update',
      { id, version, displayName, role: role ?? person.role, active: true },
      context.actor,
    );
  }
  await store.call('staff.resetPassword', { id, password }, context.actor);
  return id;
};

export const user: CliCommand = {
  usage: said(
    'caredesk user add|reset 登录名 --role reception|service|manager|admin --password-stdin   员工登录名；reset 也让停用的重新可用',
    'caredesk user add|reset NAME --role reception|service|manager|admin --password-stdin   log-ins; reset makes a stopped one active again',
  ),
  options: { role: { type: 'string' }, 'password-stdin': { type: 'boolean' } },
  run: async (context) => {
    const [verb, given, ...rest] = context.positionals;
    const name = given?.trim();
    if ((verb !== 'add' && verb !== 'reset') || !name || rest.length > 0)
      throw new UsageError('应为 user add 或 user reset 加登录名', 'user add or user reset needs one log-in name');
    needStore(context.dataDir);
    const asked = textOption(context, 'role');
    const role =
      verb === 'add' ? roleOf(neededOption(context, 'role')) : asked === undefined ? undefined : roleOf(asked);
    const password = await passwordFromStdin(context);
    const weakness = passwordWeakness(password, name);
    if (weakness) throw badField('password', weakness);
    const id = await withWriter(context, 'user', (store) =>
      verb === 'add'
        ? add(context, store, name, role ?? 'reception', password)
        : reset(context, store, name, role, password),
    );
    return {
      exit: 0,
      json: { id, name, ...(role ? { role } : {}) },
      text: [
        verb === 'add'
          ? said(`已添加 ${name}`, `${name} is added`)
          : said(`已重设 ${name} 的密码`, `The password of ${name} is reset`),
      ],
    };
  },
};
