import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useStoreSettings } from '../../lib/store.ts';
import { Chip } from '../../ui/Chip.tsx';
import { ControlGroup } from '../../ui/ControlGroup.tsx';
import { CloseIcon } from '../../ui/icons.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { expiringChoices, lapsingChoices, tiersOf } from './memberFilter.ts';
import { joinModes, membershipStates } from './shapes.ts';

export interface MemberFilterBarProps {
  readonly values: URLSearchParams;
  readonly narrowed: boolean;
  readonly onChange: (name: string, value: string | null) => void;
  readonly onClear: () => void;
}

const expiringWords = (when: (typeof expiringChoices)[number], t: TFunction): string => {
  if (when === 'month') return t('members.list.thisMonth');
  return when === '0' ? t('members.list.today') : t('members.list.within', { count: Number(when) });
};

/** A chip for each filter: tiers on or off, the others with their choices; what holds a choice says it and can be taken away. */
export const MemberFilterBar = ({ values, narrowed, onChange, onClear }: MemberFilterBarProps) => {
  const { t } = useTranslation();
  const tiers = useStoreSettings()?.values.tiers ?? [];
  const chosen = tiersOf(values);
  const toggle = (code: string): void => {
    const next = chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code];
    onChange('tiers', next.join(',') || null);
  };
  const choice = (name: string, label: string, choices: readonly (readonly [value: string, label: string])[]) => (
    <Choice
      name={label}
      value={values.get(name)}
      choices={choices}
      onChange={(value) => onChange(name, value)}
      removeLabel={t('customers.removeFilter', { label })}
    />
  );
  return (
    <ControlGroup className="filter-bar" label={t('customers.addFilter')}>
      {tiers.toReversed().map((tier) => (
        <Chip key={tier.code} pressed={chosen.includes(tier.code)} onPress={() => toggle(tier.code)}>
          {tier.name}
        </Chip>
      ))}
      <Chip
        pressed={values.get('eligible') === '1'}
        onPress={() => onChange('eligible', values.get('eligible') === '1' ? null : '1')}
      >
        {t('members.list.eligible')}
      </Chip>
      {choice(
        'expiring',
        t('members.list.expiring'),
        expiringChoices.map((when) => [when, expiringWords(when, t)]),
      )}
      {choice(
        'lapsing',
        t('members.list.lapsing'),
        lapsingChoices.map((days) => [days, t('members.list.within', { count: Number(days) })]),
      )}
      {choice(
        'joinMode',
        t('members.list.joinMode'),
        joinModes.map((mode) => [mode, t(`members.mode.${mode}`)]),
      )}
      {choice(
        'state',
        t('members.list.state'),
        membershipStates.map((state) => [state, t(`members.state.${state}`)]),
      )}
      {narrowed && <Chip onPress={onClear}>{t('customers.clear')}</Chip>}
    </ControlGroup>
  );
};

interface ChoiceProps {
  readonly name: string;
  readonly value: string | null;
  readonly choices: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string | null) => void;
  readonly removeLabel: string;
}

const Choice = ({ name, value, choices, onChange, removeLabel }: ChoiceProps) => {
  const said = choices.find(([one]) => one === value)?.[1] ?? value;
  const words = value === null ? name : `${name}: ${said}`;
  return (
    <span className="filter">
      <Menu
        align="left"
        look={value === null ? 'chip' : 'chosen'}
        label={words}
        button={words}
        groups={[
          {
            entries: choices.map(([id, label]) => ({
              id,
              label,
              checked: id === value,
              perform: () => onChange(id === value ? null : id),
            })),
          },
        ]}
      />
      {value !== null && (
        <button type="button" className="filter-off" aria-label={removeLabel} onClick={() => onChange(null)}>
          <CloseIcon size={12} />
        </button>
      )}
    </span>
  );
};
