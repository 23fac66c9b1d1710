import type { DeskPage } from '../../test/e2e/journey.ts';

/** What there is in the sample store's day that the help's pictures are opened on. */
export interface HelpSubjects {
  readonly today: string;
  /** the last characters of the plate of a car that is not on the board */
  readonly plateTail: string;
  readonly prospect: string;
  readonly plan: string;
  /** an adviser with customers */
  readonly adviser: string;
  /** the card of a member with points to spend */
  readonly cardNumber: string;
}

interface Rows<Row> {
  readonly rows: readonly Row[];
}

export const helpSubjects = async (page: DeskPage): Promise<HelpSubjects> => {
  const board = await page.call<{
    readonly day: string;
    readonly columns: Readonly<Record<string, readonly { readonly plate: string | null }[]>>;
  }>('board.day');
  const here = new Set(Object.values(board.columns).flatMap((cards) => cards.map((card) => card.plate)));
  const customers = await page.call<Rows<{ readonly plates: readonly string[] }>>('customers.list', {
    sort: 'name',
    filter: { kind: 'person' },
    limit: 100,
  });
  const plate = customers.rows.flatMap((row) => row.plates).find((one) => !here.has(one));
  const prospects = await page.call<Rows<{ readonly id: string }>>('prospects.list');
  const plans = await page.call<Rows<{ readonly id: string }>>('accounts.list', { show: 'open' });
  const staff = await page.call<Rows<{ readonly id: string; readonly role: string }>>('staff.list');
  const members = await page.call<Rows<{ readonly cardNumber: string | null }>>('members.list', {
    sort: 'points',
    limit: 1,
  });
  return {
    today: board.day,
    plateTail: plate?.slice(-5) ?? '',
    prospect: prospects.rows[0]?.id ?? '',
    plan: plans.rows[0]?.id ?? '',
    adviser: staff.rows.find((one) => one.role === 'reception')?.id ?? '',
    cardNumber: members.rows[0]?.cardNumber ?? '',
  };
};
