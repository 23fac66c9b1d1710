import { type ReactNode, useId } from 'react';
import css from './members.module.css';

export interface ListChoice<V extends string> {
  readonly value: V;
  readonly label: ReactNode;
  /** at the right end: what proves it, what it costs */
  readonly aside?: ReactNode;
  /** why it cannot be taken: greyed, and said */
  readonly closed?: string | null;
}

export interface ChoiceListProps<V extends string> {
  readonly label: string;
  readonly value: V | '';
  readonly choices: readonly ListChoice<V>[];
  readonly error?: string | undefined;
  readonly onChange: (value: V) => void;
}

/** One of several ways, a line each: arrows move among those that can be taken, the others say why they cannot. */
export const ChoiceList = <V extends string>({ label, value, choices, error, onChange }: ChoiceListProps<V>) => {
  const name = useId();
  const first = choices.find((one) => one.value === value) ?? choices.find((one) => !one.closed);
  return (
    <fieldset className={css['choices']} {...(error ? { 'aria-describedby': `${name}-error` } : {})}>
      <legend>{label}</legend>
      {choices.map((choice) => (
        <label
          key={choice.value}
          className={choice.closed ? `${css['choice']} ${css['closed']}` : css['choice']}
          {...(choice === first ? { 'data-first': '' } : {})}
        >
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            disabled={Boolean(choice.closed)}
            onChange={() => onChange(choice.value)}
          />
          <span className={css['choiceLabel']}>{choice.label}</span>
          <span className={css['choiceAside']}>{choice.closed ?? choice.aside}</span>
        </label>
      ))}
      {error && (
        <p id={`${name}-error`} role="alert" className="form-field-error">
          {error}
        </p>
      )}
    </fieldset>
  );
};
