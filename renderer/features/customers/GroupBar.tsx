import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Answer, api, orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { notify } from '../../lib/notices.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { useSave } from '../../lib/useSave.ts';
import { ControlGroup } from '../../ui/ControlGroup.tsx';
import { CloseIcon, PeopleIcon } from '../../ui/icons.tsx';
import { addressOf, type ListFilter, type ListSort, sameFilter } from './filters.ts';
import { SaveGroup } from './SaveGroup.tsx';

type Group = Answer<typeof api.savedFilters.list>['rows'][number];

export interface GroupBarProps {
  readonly filter: ListFilter;
  readonly sort: ListSort;
  /** shows the list of an address: `/customers?tier=gold` */
  readonly onOpen: (address: string) => void;
}

/** 客户群: filters under a name, a chip each; the one that the list shows is pressed, and pressing it again shows everybody. */
export const GroupBar = ({ filter, sort, onOpen }: GroupBarProps) => {
  const { t } = useTranslation();
  const groups = useQuery(orpc.savedFilters.list.queryOptions({ input: {} })).data?.rows ?? [];
  const remove = useRemoveGroup();
  const filtered = Object.keys(filter).length > 0;
  const shown = groups.find((group) => group.sort === sort && sameFilter(group.filter, filter));
  if (groups.length === 0 && !filtered) return null;
  return (
    <ControlGroup className="filter-bar group-bar" label={t('customers.groups.label')}>
      <span className="quiet small">
        <PeopleIcon size={14} /> {t('customers.groups.label')}
      </span>
      {groups.map((group) => (
        <span key={group.id} className="filter">
          <button
            type="button"
            className={group === shown ? 'chip brand' : 'chip'}
            aria-pressed={group === shown}
            title={group.shared ? t('customers.groups.sharedBy', { name: group.byName }) : undefined}
            onClick={() => onOpen(group === shown ? '/customers' : addressOf(group.filter, group.sort))}
          >
            {group.name}
            {group.shared && <span className="small"> · {t('customers.groups.sharedMark')}</span>}
          </button>
          {group.mayChange && group === shown && (
            <button
              type="button"
              className="filter-off"
              aria-label={t('customers.groups.remove', { name: group.name })}
              onClick={() => remove(group)}
            >
              <CloseIcon size={12} />
            </button>
          )}
        </span>
      ))}
      {filtered && !shown && <SaveGroup filter={filter} sort={sort} />}
    </ControlGroup>
  );
};

const useRemoveGroup = (): ((group: Group) => void) => {
  const { t } = useTranslation();
  const stale = [orpc.savedFilters.key()];
  const { mutate } = useSave((input: { id: string; version: number }) => api.savedFilters.remove(input), {
    stale,
    onFail: (error) => notify(errorText(error, t), { tone: 'red' }),
  });
  return ({ id, version, name }) =>
    mutate(
      { id, version },
      {
        onSuccess: () =>
          notify(t('customers.groups.removed', { name }), {
            action: {
              label: t('common.undo'),
              perform: async () => {
                await api.savedFilters.restore({ id, requestId: newRequestId() });
                notify(t('customers.groups.restored', { name }), { tone: 'green' });
              },
            },
          }),
      },
    );
};
