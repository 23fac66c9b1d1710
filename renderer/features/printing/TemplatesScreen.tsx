import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { useGo, useQueryValue } from '../../lib/place.ts';
import { Chip } from '../../ui/Chip.tsx';
import { ChipGroup } from '../../ui/ChipGroup.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { CardEditor } from './CardEditor.tsx';
import css from './editor.module.css';
import { PrintTabs } from './PrintTabs.tsx';

/** 卡面: a tab for each tier, `?tier=gold`. */
const TemplatesScreen = () => {
  const { t } = useTranslation();
  const go = useGo();
  const wanted = useQueryValue('tier');
  const { data, error, refetch } = useQuery(orpc.printing.templates.queryOptions({ input: {} }));
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />;
  const template = data.rows.find((row) => row.tier === wanted) ?? data.rows[0];
  if (!template) return null;
  return (
    // saved or reset by anybody: begun anew, with what this desk has kept
    <CardEditor
      key={`${template.tier}.${template.version}`}
      template={template}
      head={
        <span className={css['head']}>
          <PrintTabs here="templates" />
          <span className={css['divide']} />
          <ChipGroup label={t('printing.queue.column.tier')}>
            {data.rows.map((row) => (
              <Chip
                key={row.tier}
                pressed={row.tier === template.tier}
                onPress={() => go(`/printing/templates?tier=${encodeURIComponent(row.tier)}`, { replace: true })}
              >
                {row.tierName}
              </Chip>
            ))}
          </ChipGroup>
        </span>
      }
    />
  );
};

export default TemplatesScreen;
