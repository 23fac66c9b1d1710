import type { Feature } from '../../app/feature.ts';

/** 客户页, and the forms that make and change a customer. The list of all customers is the feature `customers`. */
export const feature: Feature = {
  id: 'customer',
  routes: [
    { path: '/customers/new', load: () => import('./NewCustomerScreen.tsx') },
    { path: '/customers/$id', load: () => import('./CustomerScreen.tsx') },
    { path: '/customers/$id/edit', load: () => import('./EditCustomerScreen.tsx') },
  ],
  commands: [],
};
