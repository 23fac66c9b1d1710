import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { plate } from '../../lib/formats.ts';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { chosenHit, nobody, strangerFrom, type WhoDraft } from '../board/whoDraft.ts';
import formCss from '../complaints/form.module.css';
import { CustomerFinder } from '../customer/CustomerFinder.tsx';
import { SelectInput } from '../customer/SelectInput.tsx';
import panel from '../customer/sidePanel.module.css';
import css from './club.module.css';

export interface WhoFieldsProps {
  readonly who: WhoDraft;
  readonly onChange: (who: WhoDraft) => void;
  readonly label: string;
  /** field → what is wrong, in words */
  readonly errors: Readonly<Partial<Record<'who' | 'name' | 'phone' | 'vehicleId', string | undefined>>>;
  /** whether who has no file will do: a call from the road */
  readonly strangers?: boolean;
  /** the stranger's number that is kept where none is typed */
  readonly phoneKept?: string | null;
  /** what stands first in the list of cars */
  readonly noVehicle: string;
}

/** Whose it is: somebody on file with one of their cars, found as in the one box; on the road also a stranger. */
export const WhoFields = (props: WhoFieldsProps) => {
  const { who, onChange, label, errors, strangers = false, noVehicle } = props;
  const { t } = useTranslation();
  const id = who.customer?.id ?? '';
  const { data } = useQuery(orpc.customers.get.queryOptions({ input: { id }, enabled: id !== '' }));
  const again = (
    <Button size="small" type="link" onClick={() => onChange(nobody)}>
      {t('club.form.again')}
    </Button>
  );
  if (who.customer) {
    const vehicles = data?.vehicles ?? who.customer.vehicles;
    return (
      <div className={panel['grid']}>
        <div>
          <span className="form-field-label">{label}</span>
          <div className={formCss['whoLine']}>
            <strong>{who.customer.name}</strong>
            {again}
          </div>
        </div>
        <FormField label={t('club.field.vehicle')} error={errors.vehicleId}>
          <SelectInput
            value={who.vehicleId}
            options={[
              ['', noVehicle] as const,
              ...vehicles.map(
                (one) =>
                  [
                    one.id,
                    [one.plate ? plate(one.plate) : t('board.noPlate'), one.series].filter(Boolean).join(' · '),
                  ] as const,
              ),
            ]}
            onChange={(vehicleId) => onChange({ ...who, vehicleId })}
          />
        </FormField>
      </div>
    );
  }
  if (who.stranger) return <StrangerFields {...props} again={again} />;
  return (
    <div data-first>
      <FormField label={label} required error={errors.who}>
        <CustomerFinder
          label={label}
          onHit={(hit, typed) => onChange(chosenHit(hit, typed))}
          {...(strangers
            ? { nobody: t('club.form.nobody'), onNobody: (typed: string) => onChange(strangerFrom(typed)) }
            : {})}
        />
      </FormField>
    </div>
  );
};

const StrangerFields = ({
  who,
  onChange,
  errors,
  phoneKept = null,
  again,
}: WhoFieldsProps & { readonly again: React.ReactNode }) => {
  const { t } = useTranslation();
  const put = (change: Partial<WhoDraft>): void => onChange({ ...who, ...change });
  return (
    <>
      <div className={formCss['whoLine']}>
        <strong>{t('club.form.strangerHead')}</strong>
        <span className="quiet small">{t('club.form.strangerText')}</span>
        {again}
      </div>
      <div className={css['strangerGrid']}>
        <FormField label={t('club.field.name')} error={errors.name}>
          <TextInput value={who.name} maxLength={60} autoFocus={who.name === ''} onChange={(name) => put({ name })} />
        </FormField>
        <FormField
          label={t('club.field.phone')}
          help={phoneKept === null ? t('club.form.phoneHelp') : t('club.form.phoneKept', { phone: phoneKept })}
          error={errors.phone}
        >
          <TextInput value={who.phone} inputMode="tel" maxLength={40} onChange={(phone) => put({ phone })} />
        </FormField>
        <FormField label={t('club.field.plate')}>
          <TextInput value={who.plate} maxLength={20} onChange={(typed) => put({ plate: typed })} />
        </FormField>
      </div>
    </>
  );
};
