import css from './inputs.module.css';

export interface CheckBoxesProps<V extends string> {
  readonly value: readonly V[];
  readonly onChange: (value: V[]) => void;
  readonly options: readonly (readonly [value: V, label: string])[];
}

/** A row of boxes to tick; the value keeps the order of the options. */
export const CheckBoxes = <V extends string>({ value, onChange, options }: CheckBoxesProps<V>) => (
  <div className={css['checks']}>
    {options.map(([option, label]) => (
      <label key={option} className={css['check']}>
        <input
          type="checkbox"
          checked={value.includes(option)}
          onChange={(event) =>
            onChange(
              options
                .map(([other]) => other)
                .filter((other) => (other === option ? event.target.checked : value.includes(other))),
            )
          }
        />
        {label}
      </label>
    ))}
  </div>
);
