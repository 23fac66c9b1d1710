import type { AgencyRow, ClaimRow, RescueRow } from '../../db/contract/clubServices.ts';
import { openMemberDesk, reception } from './memberDesk.ts';
import { refusal } from './openTestStore.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const dayMs = 24 * hour;

/** A store with a diamond member (two free rescues a year) and their car, and short ways to ask for the club's services. */
export const openClubDesk = async () => {
  const desk = await openMemberDesk();
  const { call } = desk;
  const member = await desk.addMember({ name: '王伟', tier: 'diamond' });
  const { customerId, vehicleId } = member;
  const asked = (entry: string, input: object = {}) => call(entry, input, reception);

  const job = async (input: object = {}): Promise<string> =>
    (await asked('agency.add', { customerId, kind: 'vehicleInspection', ...input })).id;
  const jobPage = (id: string): Promise<AgencyRow> => asked('agency.get', { id });
  const jobDeed = async (id: string, verb: 'update' | 'move' | 'handBack' | 'cancel', input: object = {}) =>
    asked(`agency.${verb}`, { id, version: (await jobPage(id)).version, ...input });

  const rescue = async (input: object = {}): Promise<string> =>
    (await asked('rescues.add', { customerId, vehicleId, kind: 'repair', place: '京藏高速 42 公里处', ...input })).id;
  const rescuePage = (id: string): Promise<RescueRow> => asked('rescues.get', { id });
  const rescueDeed = async (id: string, verb: 'update' | 'move' | 'close' | 'cancel', input: object = {}) =>
    asked(`rescues.${verb}`, { id, version: (await rescuePage(id)).version, ...input });
  const closeFree = (id: string) => rescueDeed(id, 'close', { result: '换了电瓶', feeFen: 0, onQuota: true });
  const quota = async (input: object = {}) => (await asked('rescues.quota', { customerId, ...input })).quota;

  const claim = async (input: object = {}): Promise<string> =>
    (await asked('claims.add', { customerId, vehicleId, kind: 'assisted', accidentDay: '2026-11-20', ...input })).id;
  const claimPage = (id: string): Promise<ClaimRow> => asked('claims.get', { id });
  const claimDeed = async (id: string, verb: 'update' | 'move' | 'close', input: object = {}) =>
    asked(`claims.${verb}`, { id, version: (await claimPage(id)).version, ...input });

  const refused = async (tried: Promise<unknown>): Promise<string> => {
    const { reason, fields } = await refusal(tried);
    return fields?.[0] ?? reason ?? '';
  };
  const undo = async (): Promise<void> => {
    const [last] = (await asked('changes.recent', { limit: 1 })).rows;
    await asked('changes.undo', { command: last.command });
  };
  return {
    ...desk,
    ...{ member, customerId, vehicleId, asked, refused, undo },
    ...{ job, jobPage, jobDeed, rescue, rescuePage, rescueDeed, closeFree, quota, claim, claimPage, claimDeed },
  };
};
