import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { momentOf } from '../../lib/formats.ts';
import { useTimeZone } from '../../lib/store.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Chip, type ChipTone } from '../../ui/Chip.tsx';
import { ClockIcon } from '../../ui/icons.tsx';
import css from './approvals.module.css';
import { askedWords } from './approvalWords.ts';
import { DecideLine } from './DecideLine.tsx';
import type { Approval, Deciding } from './shapes.ts';

const tones: Readonly<Record<Approval['state'], ChipTone>> = {
  waiting: 'amber',
  granted: 'green',
  refused: 'red',
  withdrawn: 'plain',
};

export interface ApprovalRowProps {
  readonly row: Approval;
  readonly mayDecide: boolean;
  readonly chosen: boolean;
  readonly deciding: Deciding | null;
  readonly busy: boolean;
  /** why the last attempt was refused */
  readonly problem: string | null;
  readonly onChoose: () => void;
  readonly onBegin: (what: Deciding) => void;
  readonly onDecide: (what: Deciding, note: string) => void;
  readonly onCancel: () => void;
  readonly onWithdraw: () => void;
}

/** One request: what, for whom, why and by whom; the buttons of the one that is chosen name their keys. */
export const ApprovalRow = ({
  row,
  mayDecide,
  chosen,
  deciding,
  busy,
  problem,
  onChoose,
  onBegin,
  onDecide,
  onCancel,
  onWithdraw,
}: ApprovalRowProps) => {
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (chosen) line.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const waiting = row.state === 'waiting';
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the arrows choose a row, and its buttons take the keys
    <li ref={line} className={css['row']} aria-current={chosen} onClick={onChoose}>
      <div className={css['head']}>
        <Chip tone="brand">{t(`rewards.approvals.kind.${row.kind}`)}</Chip>
        <strong>{askedWords(row, t)}</strong>
        {row.customerId && row.customerName && (
          <Link to="/customers/$id" params={{ id: row.customerId }}>
            {row.customerName}
          </Link>
        )}
        {row.own && <Chip>{t('rewards.approvals.own')}</Chip>}
        {!waiting && <Chip tone={tones[row.state]}>{t(`rewards.approvals.state.${row.state}`)}</Chip>}
      </div>
      <p>{t('rewards.approvals.reason', { reason: row.reason })}</p>
      <p className="quiet small">
        {t('rewards.approvals.asked', { name: row.requestedBy, time: momentOf(row.requestedAt, timeZone) })}
        {row.decidedAt !== null &&
          ` · ${t(`rewards.approvals.state.${row.state}`)} ${t('rewards.approvals.decided', {
            name: row.decidedBy ?? '',
            time: momentOf(row.decidedAt, timeZone),
          })}`}
      </p>
      {row.decisionNote && <p>{t('rewards.approvals.note', { note: row.decisionNote })}</p>}
      {waiting &&
        (deciding ? (
          <DecideLine
            key={deciding}
            what={deciding}
            busy={busy}
            problem={problem}
            onDecide={(note) => onDecide(deciding, note)}
            onCancel={onCancel}
          />
        ) : (
          <div className={css['buttons']}>
            {mayDecide && (
              <>
                <ActionButton
                  size="small"
                  type={chosen ? 'primary' : 'default'}
                  label={t('rewards.approvals.grant')}
                  {...(chosen ? { keys: 'G' } : {})}
                  onClick={() => onBegin('grant')}
                />
                <ActionButton
                  size="small"
                  label={t('rewards.approvals.refuse')}
                  {...(chosen ? { keys: 'X' } : {})}
                  onClick={() => onBegin('refuse')}
                />
              </>
            )}
            {row.own && (
              <ActionButton
                size="small"
                label={t('rewards.approvals.withdraw')}
                {...(chosen ? { keys: 'W' } : {})}
                loading={busy && chosen}
                onClick={onWithdraw}
              />
            )}
            {!mayDecide && !row.own && (
              <span className="quiet small">
                <ClockIcon size={14} /> {t('rewards.approvals.waitsFor')}
              </span>
            )}
          </div>
        ))}
    </li>
  );
};
