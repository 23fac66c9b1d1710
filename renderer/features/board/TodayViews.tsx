import { useTranslation } from 'react-i18next';
import { useGo } from '../../lib/place.ts';
import { Chip } from '../../ui/Chip.tsx';
import { ChipGroup } from '../../ui/ChipGroup.tsx';

export type TodayView = 'board' | 'overview';

/** 今日 has two sides: the board, which is reception's, and what came in and falls due. */
export const TodayViews = ({ shown }: { readonly shown: TodayView }) => {
  const { t } = useTranslation();
  const go = useGo();
  return (
    <ChipGroup label={t('board.views.label')}>
      {(['board', 'overview'] as const).map((view) => (
        <Chip key={view} pressed={view === shown} onPress={() => go(`/?view=${view}`, { replace: true })}>
          {t(`board.views.${view}`)}
        </Chip>
      ))}
    </ChipGroup>
  );
};
