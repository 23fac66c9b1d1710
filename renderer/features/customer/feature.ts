import type { Command, CommandContext, Feature } from '../../app/feature.ts';

const page = '/customers/$id';

/** Opens a form over the customer's page: the address says which, so that a link, a key and the one box all do it alike. */
const opens =
  (what: string) =>
  ({ go, path, here }: CommandContext): void =>
    go(`${path}?do=${what}`, { replace: here });

const commands: readonly Command[] = [
  {
    id: 'customer.visit',
    labelKey: 'customer.actions.visit',
    words: 'dd djdd dengji daodian visit workshop order',
    key: 'V',
    where: page,
    primary: true,
    onHit: { labelKey: 'common.box.actions.visit' },
    perform: opens('visit'),
  },
  {
    id: 'customer.edit',
    labelKey: 'customer.actions.edit',
    words: 'xg xgzl xiugai edit',
    key: 'E',
    where: page,
    onHit: { labelKey: 'common.box.actions.edit' },
    perform: ({ go, path }) => go(`${path}/edit`),
  },
  {
    id: 'customer.vehicle',
    labelKey: 'customer.actions.vehicle',
    words: 'tjcl tianjia cheliang add vehicle car',
    key: 'A',
    where: page,
    perform: opens('vehicle'),
  },
  {
    id: 'customer.note',
    labelKey: 'customer.actions.note',
    words: 'bz beizhu xbz note remark',
    key: 'N',
    where: page,
    onHit: { labelKey: 'common.box.actions.note' },
    perform: opens('note'),
  },
  {
    id: 'customer.consents',
    labelKey: 'customer.actions.consents',
    words: 'ty tongyi jujue consent',
    key: 'G',
    where: page,
    perform: opens('consents'),
  },
  {
    id: 'customer.relations',
    labelKey: 'customer.actions.relations',
    words: 'jr jiaren guanjianren family relation',
    key: 'F',
    where: page,
    perform: opens('relations'),
  },
  {
    id: 'customer.points',
    labelKey: 'customer.actions.points',
    words: 'jf jifen rhsc ruhe suanchu points explain',
    key: 'J',
    where: page,
    perform: opens('points'),
  },
];

/** 客户页, and the forms that make and change a customer. The list of all customers is the feature `customers`. */
export const feature: Feature = {
  id: 'customer',
  routes: [
    { path: '/customers/new', load: () => import('./NewCustomerScreen.tsx') },
    { path: '/customers/$id', load: () => import('./CustomerScreen.tsx') },
    { path: '/customers/$id/edit', load: () => import('./EditCustomerScreen.tsx') },
  ],
  commands,
};
