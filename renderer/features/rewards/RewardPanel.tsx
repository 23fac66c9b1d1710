import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { notify } from '../../lib/notices.ts';
import { useSave } from '../../lib/useSave.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { RestoredNotice } from '../customer/RestoredNotice.tsx';
import { SaveFoot } from '../customer/SaveFoot.tsx';
import { SidePanel } from '../customer/SidePanel.tsx';
import css from '../customer/sidePanel.module.css';
import { useKeptDraft } from '../customer/useKeptDraft.ts';
import { RewardFields } from './RewardFields.tsx';
import { checkReward, newReward, rewardDraftOf, rewardInputOf } from './rewardDraft.ts';
import type { Reward } from './shapes.ts';

export interface RewardPanelProps {
  /** null: a new one */
  readonly reward: Reward | null;
  readonly onClose: () => void;
}

/** A reward of the catalogue (奖品), new or changed; vouchers given before keep what they were. */
export const RewardPanel = ({ reward, onClose }: RewardPanelProps) => {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const kept = useKeptDraft(
    reward ? `reward.${reward.id}.${reward.version}` : 'reward',
    reward ? rewardDraftOf(reward) : newReward,
  );
  const { draft, change } = kept;
  const problems = checkReward(draft, reward?.given ?? 0);
  const blocked = Object.keys(problems).length;
  const stale = [orpc.rewards.key()];
  const done = (said: string): void => {
    kept.done();
    notify(said, { tone: 'green' });
    onClose();
  };
  const saved = (): void => done(t('rewards.catalogue.saved', { name: draft.name.trim() }));
  const add = useSave(api.rewards.add, { stale, onDone: saved });
  const update = useSave(api.rewards.update, { stale, onDone: saved });
  const remove = useSave(api.rewards.remove, {
    stale,
    onDone: () => done(t('rewards.catalogue.removed', { name: reward?.name ?? '' })),
  });
  const busy = add.isPending || update.isPending;
  const submit = (): void => {
    setAsked(true);
    if (blocked > 0 || busy) return;
    const input = rewardInputOf(draft);
    if (reward) update.mutate({ id: reward.id, version: reward.version, ...input });
    else add.mutate(input);
  };
  useHotkeys({ 'Ctrl+S': submit }, { inDialog: true });
  return (
    <SidePanel
      title={t(reward ? 'rewards.catalogue.editTitle' : 'rewards.catalogue.newTitle')}
      {...(reward ? { sub: reward.name } : {})}
      onClose={onClose}
      foot={
        <>
          {reward && (
            <ConfirmButton
              question={t('rewards.catalogue.removeAsk')}
              yes={t('rewards.catalogue.remove')}
              onConfirm={() => remove.mutate({ id: reward.id, version: reward.version })}
            >
              {t('rewards.catalogue.remove')}
            </ConfirmButton>
          )}
          {remove.error !== null && (
            <span role="alert" className={css['failed']}>
              {errorText(remove.error, t)}
            </span>
          )}
          <SaveFoot
            label={t('rewards.catalogue.save')}
            busy={busy}
            error={add.error ?? update.error}
            blocked={asked ? blocked : 0}
            onSave={submit}
          />
        </>
      }
    >
      <RestoredNotice at={kept.restoredAt} onDiscard={kept.discard} />
      <RewardFields draft={draft} problems={problems} asked={asked} given={reward?.given ?? 0} onChange={change} />
    </SidePanel>
  );
};
