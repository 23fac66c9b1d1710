import { joinModes, type MemberFilter, type MemberSort, membershipStates } from './shapes.ts';

export const sorts: readonly MemberSort[] = ['expiry', 'points', 'joined', 'name'];
/** days, as the chips offer them */
export const expiringChoices = ['month', '0', '7', '30', '60', '90'] as const;
export const lapsingChoices = ['30', '60', '90'] as const;

/** The filters of an address, `/members/list?tiers=gold,diamond&expiring=30`: what is not understood is left out. */
export const readMemberFilter = (values: URLSearchParams): MemberFilter => {
  const days = (name: string): number | undefined => {
    const text = values.get(name);
    const value = Number(text);
    return text !== null && text.trim() !== '' && Number.isInteger(value) && value >= 0 && value <= 400
      ? value
      : undefined;
  };
  const state = membershipStates.find((one) => one === values.get('state'));
  const joinMode = joinModes.find((one) => one === values.get('joinMode'));
  const expiringDays = days('expiring');
  const lapsingDays = days('lapsing');
  return {
    tiers: tiersOf(values),
    ...(state ? { state } : {}),
    ...(expiringDays === undefined ? {} : { expiringDays }),
    ...(values.get('expiring') === 'month' ? { expiringThisMonth: true as const } : {}),
    ...(lapsingDays === undefined ? {} : { lapsingDays }),
    ...(values.get('eligible') === '1' ? { eligible: true } : {}),
    ...(joinMode ? { joinMode } : {}),
  };
};

export const tiersOf = (values: URLSearchParams): string[] =>
  [...new Set((values.get('tiers') ?? '').split(',').filter((code) => code !== ''))].slice(0, 10);

export const readMemberSort = (values: URLSearchParams): MemberSort =>
  sorts.find((sort) => sort === values.get('sort')) ?? 'expiry';

/** True where the list shows less than all active members. */
export const isNarrowed = (filter: MemberFilter): boolean =>
  Object.entries(filter).some(([name, value]) =>
    name === 'tiers' ? (value as string[]).length > 0 : value !== undefined,
  );
