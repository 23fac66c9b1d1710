import { useId } from 'react';
import css from './form.module.css';

export interface ChoiceRowProps<V extends string> {
  readonly label: string;
  readonly options: readonly (readonly [value: V, label: string])[];
  /** null: nothing chosen yet */
  readonly value: V | null;
  readonly error?: string | undefined;
  readonly onChange: (value: V) => void;
}

/** A few choices in a row, all in sight: ← → choose, a click does. */
export const ChoiceRow = <V extends string>({ label, options, value, error, onChange }: ChoiceRowProps<V>) => {
  const name = useId();
  return (
    <fieldset className={css['choices']} {...(error ? { 'aria-describedby': `${name}-note` } : {})}>
      <legend>{label}</legend>
      <div className={css['choiceRow']}>
        {options.map(([option, words]) => (
          <label key={option} data-on={option === value}>
            <input
              type="radio"
              name={name}
              value={option}
              checked={option === value}
              onChange={() => onChange(option)}
            />
            {words}
          </label>
        ))}
      </div>
      {error && (
        <div id={`${name}-note`} role="alert" className="form-field-error">
          {error}
        </div>
      )}
    </fieldset>
  );
};
