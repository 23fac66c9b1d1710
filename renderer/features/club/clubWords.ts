import type { TFunction } from 'i18next';
import { agencyKinds, agencyStates, claimKinds, claimStates, rescueKinds, rescueStates } from './shapes.ts';

/** What the customer's page tells of a job: which service, and its kind and state by their codes. */
export interface ToldJob {
  readonly service: 'agency' | 'rescue' | 'claim';
  readonly kind: string;
  readonly state: string;
}

/** 行驶证年审 · 现场抢修 · 协助理赔 */
export const jobKindWords = ({ service, kind }: Omit<ToldJob, 'state'>, t: TFunction): string => {
  switch (service) {
    case 'agency':
      return t(`club.agency.kind.${agencyKinds.find((one) => one === kind) ?? 'other'}`);
    case 'rescue':
      return t(`club.rescues.kind.${rescueKinds.find((one) => one === kind) ?? 'other'}`);
    case 'claim':
      return t(`club.claims.kind.${claimKinds.find((one) => one === kind) ?? 'assisted'}`);
  }
};

/** 办理中 · 已派出 · 维修中 */
export const jobStateWords = ({ service, state }: Omit<ToldJob, 'kind'>, t: TFunction): string => {
  switch (service) {
    case 'agency':
      return t(`club.agency.state.${agencyStates.find((one) => one === state) ?? 'taken'}`);
    case 'rescue':
      return t(`club.rescues.state.${rescueStates.find((one) => one === state) ?? 'called'}`);
    case 'claim':
      return t(`club.claims.state.${claimStates.find((one) => one === state) ?? 'reported'}`);
  }
};

/** Where its page is. */
export const jobPath = (service: ToldJob['service'], id: string): string =>
  `/club/${service === 'agency' ? 'agency' : service === 'rescue' ? 'rescues' : 'claims'}/${id}`;
