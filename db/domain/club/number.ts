import type { Day } from '../day.ts';

/** 代办 AG · 救援 RS · 理赔 CL */
export const clubHeads = { agency: 'AG', rescue: 'RS', claim: 'CL' } as const;
export type ClubService = keyof typeof clubHeads;

/** What the numbers of a month begin with (业务编号): `AG2611-` for November 2026; counted up as those of complaints are. */
export const clubNumberHead = (service: ClubService, day: Day): string =>
  `${clubHeads[service]}${day.slice(2, 4)}${day.slice(5, 7)}-`;
