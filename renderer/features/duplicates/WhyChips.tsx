import { useTranslation } from 'react-i18next';
import { plate, vinShort } from '../../lib/formats.ts';
import { Chip } from '../../ui/Chip.tsx';
import { CheckIcon, CloseIcon } from '../../ui/icons.tsx';
import css from './duplicates.module.css';
import type { Evidence } from './shapes.ts';

/** Why two files may be one customer: what speaks for it, then what speaks against it. */
export const WhyChips = ({ why }: { readonly why: readonly Evidence[] }) => {
  const { t } = useTranslation();
  return (
    <span className={css['why']}>
      {why.map((one) => (
        <Chip
          key={one.by}
          tone={one.against ? 'amber' : 'green'}
          icon={one.against ? <CloseIcon size={12} /> : <CheckIcon size={12} />}
        >
          {t(`duplicates.reason.${one.by}`)}
          {shown(one) && ` ${shown(one)}`}
        </Chip>
      ))}
    </span>
  );
};

/** A name or its sound says nothing new beside the two names. */
const shown = ({ by, value }: Evidence): string => {
  if (value === null) return '';
  switch (by) {
    case 'nameSame':
    case 'nameSound':
    case 'companyName':
      return '';
    case 'plate':
    case 'vehicle':
      return plate(value);
    case 'vin':
      return vinShort(value);
    default:
      return value;
  }
};
