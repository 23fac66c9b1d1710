import type { Day } from '../day.ts';

/** What the numbers of a month begin with (咨询编号): `Q2611-` for November 2026; counted up as those of complaints are. */
export const enquiryNumberHead = (receivedDay: Day): string => `Q${receivedDay.slice(2, 4)}${receivedDay.slice(5, 7)}-`;
