import type { Contract } from '../../contract/index.ts';
import { checkPhone } from '../../domain/phone.ts';
import { canonicalPlate } from '../../domain/plate.ts';
import { canonicalVin } from '../../domain/vin.ts';
import type { QueryHandler } from '../../store/handler.ts';
import { wordsOf } from './rows.ts';

/** Interests as the proposals name them (S0); the store's own are added as they are used. */
const shippedInterests = ['打球', '打牌', '自驾', '钓鱼', '摄影', '亲子', '美食', '改装', '健身', '旅游'];

/** What filters and forms offer (筛选项). */
export const facets: QueryHandler<Contract['customers']['facets']> = async (db) => {
  const tags = await db
    .selectFrom('customerTag')
    .select(({ fn }) => ['tag', fn.countAll<number>().as('count')])
    .groupBy('tag')
    .orderBy('count', 'desc')
    .limit(100)
    .execute();
  const series = await db
    .selectFrom('vehicle')
    .select('series')
    .distinct()
    .where('deletedAt', 'is', null)
    .where('series', 'is not', null)
    .orderBy('series')
    .limit(200)
    .execute();
  const advisers = await db
    .selectFrom('staff')
    .select(['id', 'displayName as name'])
    .where('active', '=', 1)
    .orderBy('createdAt')
    .execute();
  const recent = db.selectFrom('customer').select(['source', 'interests']).orderBy('id', 'desc').limit(2000);
  const rows = await recent.execute();
  const brands = await db
    .selectFrom('vehicle')
    .select('brand')
    .where('brand', 'is not', null)
    .orderBy('id', 'desc')
    .limit(2000)
    .execute();
  const unique = (values: readonly (string | null)[]): string[] => [
    ...new Set(values.filter((value) => value !== null)),
  ];
  return {
    tags,
    series: unique(series.map((row) => row.series)),
    brands: unique(brands.map((row) => row.brand)),
    advisers,
    sources: unique(rows.map((row) => row.source)).slice(0, 50),
    interests: unique([...shippedInterests, ...rows.flatMap((row) => wordsOf(row.interests))]).slice(0, 60),
  };
};

/** Whoever has this phone, plate or VIN already (撞单提示). */
export const twins: QueryHandler<Contract['customers']['twins']> = async (db, input) => {
  const found: { id: string; name: string; by: 'phone' | 'plate' | 'vin' }[] = [];
  const phone = input.phone ? checkPhone(input.phone) : null;
  if (phone?.ok) {
    const rows = await db
      .selectFrom('customerPhone')
      .innerJoin('customer', 'customer.id', 'customerPhone.customerId')
      .select(['customer.id', 'customer.name'])
      .where('customerPhone.number', '=', phone.number)
      .where('customer.deletedAt', 'is', null)
      .limit(5)
      .execute();
    found.push(...rows.map((row) => ({ ...row, by: 'phone' as const })));
  }
  for (const [by, value] of [
    ['plate', input.plate ? canonicalPlate(input.plate) : ''],
    ['vin', input.vin ? canonicalVin(input.vin) : ''],
  ] as const) {
    if (!value) continue;
    const rows = await db
      .selectFrom('vehicle')
      .innerJoin('customer', 'customer.id', 'vehicle.customerId')
      .select(['customer.id', 'customer.name'])
      .where(`vehicle.${by}`, '=', value)
      .where('vehicle.deletedAt', 'is', null)
      .where('vehicle.status', '=', 'active')
      .where('customer.deletedAt', 'is', null)
      .limit(5)
      .execute();
    found.push(...rows.map((row) => ({ ...row, by })));
  }
  return { twins: found.filter((twin) => twin.id !== input.exceptId) };
};
