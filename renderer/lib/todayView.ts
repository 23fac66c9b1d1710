import type { Role } from '../../db/contract/entry.ts';

/** Which side of 今日 is shown: the one asked for by `?view=`, else reception's board, and what came and falls due for the others. */
export const todayViewOf = (wanted: string | null, role: Role | undefined): 'board' | 'overview' => {
  if (wanted === 'board' || wanted === 'overview') return wanted;
  return role === 'reception' ? 'board' : 'overview';
};
