import { setUpStore } from '../auth.ts';
import { type CliCommand, neededOption, said, textOption } from './command.ts';
import { passwordFromStdin } from './password.ts';
import { withWriter } from './withStore.ts';

export const init: CliCommand = {
  usage: said(
    'caredesk init --name 店名 [--city 城市] --admin 登录名 --password-stdin   新建一家店',
    'caredesk init --name STORE [--city CITY] --admin NAME --password-stdin   make a store',
  ),
  options: {
    name: { type: 'string' },
    city: { type: 'string' },
    admin: { type: 'string' },
    'password-stdin': { type: 'boolean' },
  },
  run: async (context) => {
    const storeName = neededOption(context, 'name');
    const admin = neededOption(context, 'admin');
    const city = textOption(context, 'city') ?? '';
    const password = await passwordFromStdin(context);
    await withWriter(context, 'init', (store) => setUpStore(store, { storeName, city, admin, password }, 'cli'));
    return {
      exit: 0,
      json: { dataDir: context.dataDir, storeName, city, admin },
      text: [
        said(
          `已建好「${storeName}」，数据在 ${context.dataDir}`,
          `${storeName} is set up; its data lies in ${context.dataDir}`,
        ),
      ],
    };
  },
};
