import { useTranslation } from 'react-i18next';
import { useGo } from '../../lib/place.ts';
import { managers } from '../../lib/roles.ts';
import { useMay } from '../../lib/session.ts';
import { Chip } from '../../ui/Chip.tsx';
import { ChipGroup } from '../../ui/ChipGroup.tsx';

const tabs = ['queue', 'log', 'printers', 'templates'] as const;
export type PrintTab = (typeof tabs)[number];

/** From one screen of printing to another. */
export const PrintTabs = ({ here }: { readonly here: PrintTab }) => {
  const { t } = useTranslation();
  const go = useGo();
  const may = useMay()(managers);
  return (
    <ChipGroup label={t('printing.tabs.label')}>
      {tabs
        .filter((tab) => tab !== 'templates' || may)
        .map((tab) => (
          <Chip key={tab} pressed={tab === here} onPress={() => go(`/printing/${tab}`)}>
            {t(`printing.tabs.${tab}`)}
          </Chip>
        ))}
    </ChipGroup>
  );
};
