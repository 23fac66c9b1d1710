import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { notify } from '../../lib/notices.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { useSave } from '../../lib/useSave.ts';
import type { Benefit, MemberPage } from './shapes.ts';

/** 使用服务包 and taking a use back; what was just used is offered to be taken back in the bar. */
export const useBenefits = ({ membership, benefits }: MemberPage, onUsed?: () => void) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const stale = [orpc.members.key()];
  const takeBack = useSave(api.members.takeBackBenefit, {
    stale,
    onDone: () => notify(t('members.benefit.takenBack'), { tone: 'green' }),
    onFail: (error) => notify(errorText(error, t), { tone: 'red' }),
  });
  /** a row that was just made has version 1 */
  const undo = async (id: string): Promise<void> => {
    try {
      await api.members.takeBackBenefit({ id, version: 1, requestId: newRequestId() });
      notify(t('members.benefit.takenBack'), { tone: 'green' });
    } catch (error) {
      notify(errorText(error, t), { tone: 'red' });
    }
    await client.invalidateQueries({ queryKey: orpc.members.key() });
  };
  const use = useSave(api.members.useBenefit, {
    stale,
    onDone: ({ id, left }, { code }) => {
      const name = benefits.find((benefit) => benefit.code === code)?.name ?? '';
      const said =
        left === null ? t('members.benefit.used', { name }) : t('members.benefit.usedLeft', { name, count: left });
      notify(said, { tone: 'green', action: { label: t('common.undo'), perform: () => undo(id) } });
      onUsed?.();
    },
    onFail: (error) => notify(errorText(error, t), { tone: 'red' }),
  });
  return {
    use: ({ code }: Benefit): void => use.mutate({ membershipId: membership.id, code, visitId: null }),
    takeBack: ({ id, version }: Benefit['uses'][number]): void => takeBack.mutate({ id, version }),
    busy: use.isPending || takeBack.isPending,
  };
};
