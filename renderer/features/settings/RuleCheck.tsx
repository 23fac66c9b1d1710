import css from './rules.module.css';

export interface RuleCheckProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A yes or no of a rule. */
export const RuleCheck = ({ label, checked, onChange }: RuleCheckProps) => (
  <label className={css['check']}>
    <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
    {label}
  </label>
);
