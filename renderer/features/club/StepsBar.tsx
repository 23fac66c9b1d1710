import css from './club.module.css';

export interface StepsBarProps {
  readonly names: readonly string[];
  /** place of the present one */
  readonly at: number;
}

/** 已受理 → 办理中 → 已办妥 → 已交还 */
export const StepsBar = ({ names, at }: StepsBarProps) => (
  <ol className={css['steps']}>
    {names.map((name, place) => (
      <li
        key={name}
        data-state={place < at ? 'past' : place === at ? 'now' : 'next'}
        {...(place === at ? { 'aria-current': 'step' as const } : {})}
      >
        {name}
      </li>
    ))}
  </ol>
);
