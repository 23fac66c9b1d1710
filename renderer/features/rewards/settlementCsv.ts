import { plainYuan } from '../../../db/domain/money.ts';
import { csvText } from '../../lib/csvText.ts';
import { momentOf } from '../../lib/formats.ts';
import type { Settlement } from './shapes.ts';

/**
 * The vouchers to be settled as a CSV, a line each. The price of one is the partner's sum over its vouchers where all cost the same, else it stands in the sum alone.
 *
 * @param header partner, code, reward, customer, used at, by, sum of the partner in yuan
 */
export const settlementCsv = (partners: readonly Settlement[], header: readonly string[], timeZone: string): string =>
  csvText([
    header,
    ...partners.flatMap(({ partner, rows, settleFen }) =>
      rows.map((row, at) => [
        partner,
        row.code,
        row.name,
        row.customerName,
        row.endedAt === null ? '' : momentOf(row.endedAt, timeZone),
        row.endedBy ?? '',
        at === 0 ? plainYuan(settleFen) : '',
      ]),
    ),
  ]);
