import { type RawBuilder, sql } from 'kysely';
import type { TaskAudience } from '../../contract/taskTerms.ts';

const listed = (words: readonly string[]) => sql`(${sql.join([...words])})`;

/**
 * For whom a rule is (对象), as conditions on the customer `c`, and on the vehicle `v` where the rule is about one. Who is gone, or was
 * merged into another, is nobody's.
 *
 * A membership counts whose last day is over as well: it can still be renewed.
 */
export const audienceIs = (audience: TaskAudience, about: 'customer' | 'vehicle'): RawBuilder<unknown> => {
  const { kind, members, tiers, series, tags } = audience;
  const membership = sql`SELECT 1 FROM membership am WHERE am.customerId = c.id AND am.state = 'active' AND am.deletedAt IS NULL`;
  const all = [sql`c.deletedAt IS NULL AND c.mergedInto IS NULL`];
  if (kind !== null) all.push(sql`c.kind = ${kind}`);
  if (members === 'members') all.push(sql`EXISTS (${membership})`);
  if (members === 'others') all.push(sql`NOT EXISTS (${membership})`);
  if (tiers.length > 0) all.push(sql`EXISTS (${membership} AND am.tier IN ${listed(tiers)})`);
  if (series.length > 0) {
    all.push(
      about === 'vehicle'
        ? sql`v.series IN ${listed(series)}`
        : sql`EXISTS (SELECT 1 FROM vehicle av WHERE av.customerId = c.id AND av.deletedAt IS NULL AND av.status = 'active'
            AND av.series IN ${listed(series)})`,
    );
  }
  if (tags.length > 0) {
    all.push(sql`EXISTS (SELECT 1 FROM customerTag ag WHERE ag.customerId = c.id AND ag.tag IN ${listed(tags)})`);
  }
  return sql.join(all, sql` AND `);
};
