import { memo, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { day as dayWords } from '../../lib/formats.ts';
import { useGo, useQueryValue } from '../../lib/place.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { CakeIcon, CalendarIcon, CheckIcon, PlusIcon, WarningIcon } from '../../ui/icons.tsx';
import { PromisesLink } from '../complaints/PromisesLink.tsx';
import { PaperLink } from '../paper/PaperLink.tsx';
import type { BoardPanel } from './BoardPanels.tsx';
import css from './board.module.css';
import type { Board } from './boardMoves.ts';
import { minutesText } from './minutesText.ts';
import { TodayViews } from './TodayViews.tsx';
import { visitName } from './useBoard.ts';

/** The day in figures, and what begins something new. */
export const BoardBar = ({
  board,
  onPanel,
}: {
  readonly board: Board;
  readonly onPanel: (panel: BoardPanel) => void;
}) => {
  const { t } = useTranslation();
  const go = useGo();
  const wanted = useQueryValue('do');
  const { counts, columns, averageWaitMinutes, undecided } = board;
  const here = counts.arrived + counts.inWork + counts.ready;
  const birthdays = [...columns.arrived, ...columns.inWork, ...columns.ready].filter((card) => card.birthday);
  const gone = counts.noShow + counts.cancelled;

  // the one box and other screens open the forms by address
  useEffect(() => {
    if (wanted !== 'book' && wanted !== 'walkIn') return;
    onPanel(wanted === 'book' ? { kind: 'booking', booking: null } : { kind: 'come', booking: null });
    go('/?view=board', { replace: true });
  }, [wanted, onPanel, go]);

  return (
    <div className={css['bar']}>
      <h1>{dayWords(board.day)}</h1>
      <Chip tone="brand">{t('board.here', { count: here })}</Chip>
      {counts.longWaits > 0 ? (
        <Chip tone="red" icon={<WarningIcon size={14} />}>
          {t('board.longWaits', { count: counts.longWaits })}
        </Chip>
      ) : (
        here > 0 && (
          <Chip tone="green" icon={<CheckIcon size={14} />}>
            {t('board.noLongWaits')}
          </Chip>
        )
      )}
      {averageWaitMinutes !== null && (
        <Chip>{t('board.averageWait', { time: minutesText(averageWaitMinutes, t) })}</Chip>
      )}
      {gone > 0 && <Chip onPress={() => go('/bookings')}>{t('board.gone', { count: gone })}</Chip>}
      {birthdays.slice(0, 2).map((card) => (
        <Chip key={card.id} tone="brand" icon={<CakeIcon size={14} />} title={visitName(card)}>
          {t('board.birthdayHere', { name: card.customerName })}
        </Chip>
      ))}
      {undecided.length > 0 && (
        <Chip tone="amber" icon={<WarningIcon size={14} />} onPress={() => onPanel({ kind: 'undecided' })}>
          {t('board.undecided', { count: undecided.length })}
        </Chip>
      )}
      <PromisesLink />
      <PaperLink />
      <BoardTools onPanel={onPanel} />
    </div>
  );
};

/** The same whatever moves: the day's figures change beside it at every move. */
const BoardTools = memo(({ onPanel }: { readonly onPanel: (panel: BoardPanel) => void }) => {
  const { t } = useTranslation();
  return (
    <div className={css['barEnd']}>
      <TodayViews shown="board" />
      <ActionButton
        icon={<CalendarIcon size={16} />}
        label={t('board.newBooking')}
        keys="Alt+B"
        onClick={() => onPanel({ kind: 'booking', booking: null })}
      />
      <ActionButton
        type="primary"
        icon={<PlusIcon size={16} />}
        label={t('board.walkIn')}
        keys="Alt+W"
        onClick={() => onPanel({ kind: 'come', booking: null })}
      />
    </div>
  );
});
BoardTools.displayName = 'BoardTools';
