import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { useGo } from '../../lib/place.ts';
import { Chip } from '../../ui/Chip.tsx';
import { EditIcon } from '../../ui/icons.tsx';

/** 纸质单: how many sheets wait to be entered, on 今日; nothing where none does. */
export const PaperLink = () => {
  const { t } = useTranslation();
  const go = useGo();
  const { data } = useQuery(orpc.paper.sheets.queryOptions({ input: { open: true, limit: 1 } }));
  const count = data?.openSheets ?? 0;
  if (count === 0) return null;
  return (
    <Chip tone="amber" icon={<EditIcon size={13} />} onPress={() => go('/paper')}>
      {t('paper.waiting', { count })}
    </Chip>
  );
};
