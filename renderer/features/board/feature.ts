import type { Feature } from '../../app/feature.ts';
import { CalendarIcon } from '../../ui/icons.tsx';

/** 预约, and the forms of the day's board, which stands on 今日. */
export const feature: Feature = {
  id: 'board',
  nav: { order: 15, icon: CalendarIcon, labelKey: 'appointments.title', path: '/bookings' },
  routes: [{ path: '/bookings', load: () => import('./BookingsScreen.tsx') }],
  commands: [
    {
      id: 'board.open',
      labelKey: 'board.open',
      words: 'kb kanban board',
      where: 'everywhere',
      perform: ({ go }) => go('/?view=board'),
    },
    {
      id: 'board.walkIn',
      labelKey: 'board.walkIn',
      words: 'wyy wyydd weiyuyue daodian dd walk in arrive',
      key: 'Alt+W',
      where: 'everywhere',
      perform: ({ go }) => go('/?view=board&do=walkIn'),
    },
    {
      id: 'board.book',
      labelKey: 'appointments.new',
      words: 'xjyy xinjianyuyue yuyue yy new booking appointment',
      key: 'Alt+B',
      where: 'everywhere',
      perform: ({ go }) => go('/?view=board&do=book'),
    },
    {
      id: 'board.bookFor',
      labelKey: 'board.newBooking',
      words: 'yy yuyue book appointment',
      key: 'B',
      where: '/customers/$id',
      onHit: { labelKey: 'board.newBooking' },
      perform: ({ go, path, here }) => go(`${path}?do=booking`, { replace: here }),
    },
    {
      id: 'board.bookings',
      labelKey: 'appointments.list',
      words: 'yy yylb yuyue yuyueliebiao bookings appointments calendar',
      where: 'everywhere',
      perform: ({ go }) => go('/bookings'),
    },
  ],
};
