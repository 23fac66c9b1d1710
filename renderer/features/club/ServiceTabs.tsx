import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { number } from '../../lib/formats.ts';
import { useGo } from '../../lib/place.ts';
import { Chip } from '../../ui/Chip.tsx';
import { ChipGroup } from '../../ui/ChipGroup.tsx';
import { homeOf } from './listFilter.ts';
import { type Service, services } from './shapes.ts';

/** 代办 · 救援 · 理赔, each with how many are under way. */
export const ServiceTabs = ({ service }: { readonly service: Service }) => {
  const { t } = useTranslation();
  const go = useGo();
  const { data } = useQuery(orpc.clubServices.counts.queryOptions({ input: {} }));
  return (
    <ChipGroup label={t('club.services')}>
      {services.map((one) => (
        <Chip key={one} pressed={one === service} onPress={() => one !== service && go(homeOf(one), { replace: true })}>
          {t(`club.service.${one}`)}
          {data && ` ${number(data[one])}`}
        </Chip>
      ))}
    </ChipGroup>
  );
};
