import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { day, plate } from '../../lib/formats.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { Chip } from '../../ui/Chip.tsx';
import { SidePanel } from '../customer/SidePanel.tsx';
import css from '../customer/sidePanel.module.css';
import type { BoardPanel } from './BoardPanels.tsx';
import type { BookingCard } from './boardMoves.ts';

export interface UndecidedPanelProps {
  readonly rows: readonly BookingCard[];
  readonly onClose: () => void;
  readonly onPanel: (panel: BoardPanel) => void;
}

/** Bookings of past days of which nobody said whether they came. */
export const UndecidedPanel = ({ rows, onClose, onPanel }: UndecidedPanelProps) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: orpc.board.key() });
  const noShow = useMutation({
    mutationFn: ({ id, version }: BookingCard) => api.appointments.noShow({ id, version, requestId: newRequestId() }),
    onSettled: refresh,
  });
  return (
    <SidePanel wide title={t('board.undecidedPanel.title')} onClose={onClose}>
      <p className="quiet" style={{ marginBottom: 10 }}>
        {t(rows.length === 0 ? 'board.undecidedPanel.none' : 'board.undecidedPanel.text')}
      </p>
      {noShow.error && (
        <p role="alert" className={css['failed']}>
          {errorText(noShow.error, t)}
        </p>
      )}
      <ul className={css['rows']}>
        {rows.map((row) => (
          <li key={row.id} className={css['row']}>
            <span>
              {day(row.day)} {row.time}
            </span>
            <strong>{row.name}</strong>
            <span className="quiet">
              {[row.plate && plate(row.plate), row.adviserName].filter(Boolean).join(' · ')}
            </span>
            <Chip>{t(`appointments.wishKind.${row.wishKind}`)}</Chip>
            <span className={css['rowEnd']} style={{ display: 'inline-flex', gap: 6 }}>
              <Button
                size="small"
                loading={noShow.isPending && noShow.variables.id === row.id}
                onClick={() => noShow.mutate(row)}
              >
                {t('board.undecidedPanel.noShow')}
              </Button>
              <Button size="small" onClick={() => onPanel({ kind: 'booking', booking: row })}>
                {t('board.undecidedPanel.rebook')}
              </Button>
              <Button size="small" onClick={() => onPanel({ kind: 'cancel', booking: row })}>
                {t('board.undecidedPanel.cancel')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </SidePanel>
  );
};
