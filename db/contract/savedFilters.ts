import { z } from 'zod';
import { listFilter } from './customerViews.ts';
import { command, commandInput, everyone, query } from './entry.ts';
import { filled, id, version } from './values.ts';

/** What a customer list can be ordered by. */
const sort = z.enum(['recent', 'name', 'lastVisit', 'insurance']);

/**
 * Customer groups (客户群): filters of the customer list under a name. One's own, or shared with the whole store; sharing, and
 * changing what is shared, is a manager's.
 */
export const savedFilters = {
  /** One's own and the shared ones, by name. */
  list: query(everyone)
    .input(z.strictObject({}))
    .output(
      z.object({
        rows: z.array(
          z.object({
            id,
            version,
            name: z.string(),
            filter: listFilter,
            sort,
            shared: z.boolean(),
            /** whether the acting person may change and remove it */
            mayChange: z.boolean(),
            byName: z.string(),
          }),
        ),
      }),
    ),
  /** @throws CONFLICT `filter-name-taken`, `filters-too-many`; FORBIDDEN where one who is no manager shares */
  add: command(everyone, ['savedFilters'])
    .input(
      commandInput({
        name: filled(30),
        filter: listFilter,
        sort: sort.default('recent'),
        shared: z.boolean().default(false),
      }),
    )
    .output(z.object({ id, version })),
  /** @throws NOT_FOUND for another's own; FORBIDDEN for a shared one where one is no manager; CONFLICT */
  update: command(everyone, ['savedFilters'])
    .input(commandInput({ id, version, name: filled(30), filter: listFilter, sort, shared: z.boolean() }))
    .output(z.object({ id, version })),
  remove: command(everyone, ['savedFilters']).input(commandInput({ id, version })).output(z.object({})),
  /** Takes a removal back. */
  restore: command(everyone, ['savedFilters']).input(commandInput({ id })).output(z.object({})),
};
