import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';

export interface RuleTextProps {
  readonly label: string;
  readonly help?: string;
  readonly value: string;
  readonly wrong: string | undefined;
  readonly onChange: (text: string) => void;
}

/** A figure of a rule, as typed. */
export const RuleText = ({ label, help, value, wrong, onChange }: RuleTextProps) => (
  <FormField label={label} help={help} error={wrong}>
    <TextInput value={value} inputMode="decimal" maxLength={14} onChange={onChange} />
  </FormField>
);
