/** A policy (保单) as far as it says which one it follows. Days 'YYYY-MM-DD'. */
interface Policy {
  readonly kind: 'compulsory' | 'commercial';
  /** last covered day; a first day is not always known */
  readonly endDay: string;
}

/** 续保: the car had a policy of that kind before, one that ends earlier; with none it is 投保. */
export const isRenewal = (policy: Policy, ofTheCar: readonly Policy[]): boolean =>
  ofTheCar.some(({ kind, endDay }) => kind === policy.kind && endDay < policy.endDay);
