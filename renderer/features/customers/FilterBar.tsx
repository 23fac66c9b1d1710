import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { useStoreSettings } from '../../lib/store.ts';
import { Chip } from '../../ui/Chip.tsx';
import { ControlGroup } from '../../ui/ControlGroup.tsx';
import { CloseIcon } from '../../ui/icons.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { type FilterField, filterFields, fixedChoices } from './filters.ts';

export interface FilterBarProps {
  readonly values: URLSearchParams;
  readonly onChange: (field: FilterField, value: string | null) => void;
  readonly onClear: () => void;
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A chip per filter; one that holds a choice says it and can be taken away. */
export const FilterBar = ({ values, onChange, onClear }: FilterBarProps) => {
  const { t } = useTranslation();
  const choicesOf = useChoices();
  const set = filterFields.filter((field) => values.get(field));
  return (
    <ControlGroup className="filter-bar" label={t('customers.addFilter')}>
      {filterFields.map((field) => {
        const choices = choicesOf(field);
        const value = values.get(field);
        if (choices.length === 0 && !value) return null;
        const name = t(`customers.field.${field}`);
        const label = choices.find((choice) => choice.value === value)?.label ?? value;
        return (
          <span key={field} className="filter">
            <Menu
              align="left"
              look={value ? 'chosen' : 'chip'}
              label={value ? `${name}: ${label}` : name}
              button={value ? `${name}: ${label}` : name}
              groups={[
                {
                  entries: choices.map((choice) => ({
                    id: choice.value,
                    label: choice.label,
                    checked: choice.value === value,
                    perform: () => onChange(field, choice.value === value ? null : choice.value),
                  })),
                },
              ]}
            />
            {value && (
              <button
                type="button"
                className="filter-off"
                aria-label={t('customers.removeFilter', { label: name })}
                onClick={() => onChange(field, null)}
              >
                <CloseIcon size={12} />
              </button>
            )}
          </span>
        );
      })}
      {set.length > 0 && <Chip onPress={onClear}>{t('customers.clear')}</Chip>}
    </ControlGroup>
  );
};

const useChoices = (): ((field: FilterField) => readonly Choice[]) => {
  const { t } = useTranslation();
  const tiers = useStoreSettings()?.values.tiers ?? [];
  const { data: facets } = useQuery(orpc.customers.facets.queryOptions({ input: {} }));
  return (field) => {
    switch (field) {
      case 'tier':
        return tiers.map((tier) => ({ value: tier.code, label: tier.name }));
      case 'tag':
        return (facets?.tags ?? []).map(({ tag, count }) => ({ value: tag, label: `${tag} (${count})` }));
      case 'adviserId':
        return (facets?.advisers ?? []).map(({ id, name }) => ({ value: id, label: name }));
      case 'series':
        return (facets?.series ?? []).map((series) => ({ value: series, label: series }));
      case 'kind':
        return fixedChoices.kind.map((value) => ({ value, label: t(`customers.kind.${value}`) }));
      case 'stage':
        return fixedChoices.stage.map((value) => ({ value, label: t(`customers.stage.${value}`) }));
      case 'use':
        return fixedChoices.use.map((value) => ({ value, label: t(`customers.use.${value}`) }));
      case 'awayMonths':
        return counted(fixedChoices.awayMonths, (count) => t('customers.away', { count }));
      case 'seenMonths':
        return counted(fixedChoices.seenMonths, (count) => t('customers.seen', { count }));
      case 'insuranceWithinDays':
      case 'inspectionWithinDays':
        return counted(fixedChoices[field], (count) => t('customers.within', { count }));
      case 'birthdayMonth':
        return counted(fixedChoices.birthdayMonth, (month) => t('customers.month', { month }));
    }
  };
};

const counted = (values: readonly string[], label: (count: number) => string): readonly Choice[] =>
  values.map((value) => ({ value, label: label(Number(value)) }));
