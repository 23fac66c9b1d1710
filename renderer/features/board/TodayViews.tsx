import { useTranslation } from 'react-i18next';
import { useGo } from '../../lib/place.ts';
import { Chip } from '../../ui/Chip.tsx';

export type TodayView = 'board' | 'overview';

/** 今日 has two sides: the board, which is reception's, and what came in and falls due. */
export const TodayViews = ({ shown }: { readonly shown: TodayView }) => {
  const { t } = useTranslation();
  const go = useGo();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be read as a form
    <span role="group" aria-label={t('board.views.label')} style={{ display: 'inline-flex', gap: 4 }}>
      {(['board', 'overview'] as const).map((view) => (
        <Chip key={view} pressed={view === shown} onPress={() => go(`/?view=${view}`, { replace: true })}>
          {t(`board.views.${view}`)}
        </Chip>
      ))}
    </span>
  );
};
