import type { Feature } from '../../app/feature.ts';
import { PersonIcon } from '../../ui/icons.tsx';

/** The list of all customers. The customer page and its forms are the feature `customer`. */
export const feature: Feature = {
  id: 'customers',
  nav: { order: 20, icon: PersonIcon, labelKey: 'customers.title', path: '/customers' },
  routes: [{ path: '/customers', load: () => import('./CustomersScreen.tsx') }],
  commands: [
    {
      id: 'customers.new',
      labelKey: 'customers.new',
      words: 'xj xjkh xinjian xinjiankehu add new customer',
      key: 'Alt+N',
      where: 'everywhere',
      // there it is a new complaint, or a new enquiry
      notOn: [
        '/complaints',
        '/complaints/$id',
        '/enquiries',
        '/enquiries/$id',
        '/club/agency',
        '/club/agency/$id',
        '/club/rescues',
        '/club/rescues/$id',
        '/club/claims',
        '/club/claims/$id',
        '/surveys',
        '/surveys/$id',
        '/deliveries',
      ],
      perform: ({ go }) => go('/customers/new'),
    },
    {
      id: 'customers.list',
      labelKey: 'customers.list',
      words: 'kh khlb kehu kehuliebiao customers list',
      where: 'everywhere',
      perform: ({ go }) => go('/customers'),
    },
  ],
};
