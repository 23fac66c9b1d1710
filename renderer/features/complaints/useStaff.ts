import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { managers } from '../../lib/roles.ts';

export type StaffChoice = readonly [id: string, name: string];

/** Who works here now, to choose from: 何静 · 客服. */
export const useStaff = (): { readonly all: readonly StaffChoice[]; readonly leading: readonly StaffChoice[] } => {
  const { t } = useTranslation();
  const { data } = useQuery(orpc.staff.list.queryOptions({ input: {} }));
  const active = data?.rows.filter((row) => row.active) ?? [];
  const choice = ({ id, displayName, role }: (typeof active)[number]): StaffChoice => [
    id,
    `${displayName} · ${t(`common.role.${role}`)}`,
  ];
  return { all: active.map(choice), leading: active.filter(({ role }) => managers.includes(role)).map(choice) };
};
