import { checkOf } from '../../lib/scanAnswer.ts';
import { useScanTaker } from '../../lib/scanTakers.ts';
import { CardNumberField } from './CardNumberField.tsx';

export interface OwnNumberProps {
  readonly value: string;
  readonly error?: string;
  readonly onChange: (value: string) => void;
}

/** The number of a card from the drawer, typed, or scanned wherever the cursor is. */
export const OwnNumber = ({ onChange, ...rest }: OwnNumberProps) => {
  useScanTaker('unknown', (text) => {
    if (checkOf(text) === 'vin') return false;
    onChange(text);
    return true;
  });
  return <CardNumberField {...rest} onChange={onChange} />;
};
