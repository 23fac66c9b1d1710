import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { dayShort } from '../../lib/formats.ts';
import { notify } from '../../lib/notices.ts';
import { useToday } from '../../lib/store.ts';
import { useSave } from '../../lib/useSave.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { CheckIcon, ClockIcon, WarningIcon } from '../../ui/icons.tsx';
import { Panel } from '../../ui/Panel.tsx';
import type { OpenPanel } from './ComplaintDetail.tsx';
import { deedKeys, isOffered } from './deeds.ts';
import css from './detail.module.css';
import type { ComplaintAction, ComplaintPage } from './shapes.ts';

/** 纠正与预防措施: who does what by when, and whether it helped. */
export const ActionsPart = ({ page, onOpen }: { readonly page: ComplaintPage; readonly onOpen: OpenPanel }) => {
  const { t } = useTranslation();
  const { actions, complaint } = page;
  return (
    <Panel
      flush
      className={css['part'] ?? ''}
      title={t('complaints.action.title')}
      {...(isOffered('action', complaint)
        ? {
            actions: (
              <ActionButton
                size="small"
                label={t('complaints.action.add')}
                keys={deedKeys.action}
                onClick={() => onOpen('action')}
              />
            ),
          }
        : {})}
    >
      {actions.length === 0 ? (
        <p className={css['partNone']}>{t('complaints.action.none')}</p>
      ) : (
        <ul>
          {actions.map((action) => (
            <ActionLine key={action.id} action={action} onCheck={() => onOpen('checkAction', { part: action.id })} />
          ))}
        </ul>
      )}
    </Panel>
  );
};

const ActionLine = ({ action, onCheck }: { readonly action: ComplaintAction; readonly onCheck: () => void }) => {
  const { t } = useTranslation();
  const today = useToday();
  const stale = [orpc.complaints.key()];
  const fail = (error: unknown): void => notify(errorText(error, t), { tone: 'amber' });
  const done = useSave(api.complaints.doAction, {
    stale,
    onFail: fail,
    onDone: () => notify(t('complaints.action.doneSaid'), { tone: 'green' }),
  });
  const remove = useSave(api.complaints.removeAction, {
    stale,
    onFail: fail,
    onDone: () => notify(t('complaints.action.removed'), { tone: 'green' }),
  });
  const { id, version, doneDay, dueDay, checkDay, helped } = action;
  const meta = [t(`complaints.action.kind.${action.kind}`), action.ownerName].filter(Boolean).join(' · ');
  return (
    <li>
      <span className={css['said']}>{action.text}</span>
      <span className={css['partRow']}>
        <span className="quiet small">{meta}</span>
        {doneDay === null ? (
          <Chip
            tone={dueDay < today ? 'red' : dueDay === today ? 'amber' : 'plain'}
            icon={dueDay < today ? <WarningIcon size={13} /> : <ClockIcon size={13} />}
          >
            {t('complaints.action.due', { day: dayShort(dueDay, today) })}
          </Chip>
        ) : (
          <Chip tone="green" icon={<CheckIcon size={13} />}>
            {t('complaints.action.doneOn', { day: dayShort(doneDay, today) })}
          </Chip>
        )}
        {helped !== null ? (
          <Chip tone={helped === 'yes' ? 'green' : helped === 'no' ? 'red' : 'amber'}>
            {t(`complaints.action.helped.${helped}`)}
          </Chip>
        ) : (
          checkDay !== null && (
            <Chip tone={checkDay <= today ? 'amber' : 'plain'}>
              {t('complaints.action.check', { day: dayShort(checkDay, today) })}
            </Chip>
          )
        )}
      </span>
      {action.checkNote && <span className="quiet small">{action.checkNote}</span>}
      {helped === null && (doneDay === null || checkDay === null || checkDay <= today) && (
        <span className={css['partRow']}>
          {doneDay === null ? (
            <>
              <Button size="small" loading={done.isPending} onClick={() => done.mutate({ id, version, day: today })}>
                {t('complaints.action.doToday')}
              </Button>
              <ConfirmButton
                size="small"
                question={t('complaints.action.removeAsk')}
                yes={t('common.remove')}
                onConfirm={() =>
                  remove.mutateAsync({ id, version }).then(
                    () => undefined,
                    () => undefined,
                  )
                }
              >
                {t('common.remove')}
              </ConfirmButton>
            </>
          ) : (
            <Button size="small" onClick={onCheck}>
              {t('complaints.action.checkNow')}
            </Button>
          )}
        </span>
      )}
    </li>
  );
};
