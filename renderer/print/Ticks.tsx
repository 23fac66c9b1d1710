import css from './form.module.css';

/** □ 电话 □ 到店: what can be ticked. */
export const Ticks = ({ words }: { readonly words: readonly string[] }) => (
  <ul className={css['ticks']}>
    {words.map((one) => (
      <li key={one}>
        <i className={css['box']} />
        {one}
      </li>
    ))}
  </ul>
);
