import css from './imports.module.css';

export interface ProgressBarProps {
  readonly label: string;
  readonly done: number;
  /** 0 while nobody knows */
  readonly total: number;
}

/** How far something is; moves without end where the whole is not known yet. */
export const ProgressBar = ({ label, done, total }: ProgressBarProps) => {
  const known = total > 0;
  const percent = known ? Math.min(100, Math.round((done / total) * 100)) : 0;
  return (
    <div
      className={css['bar']}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(known ? { 'aria-valuenow': percent } : {})}
    >
      <div className={known ? css['barDone'] : css['barWaiting']} style={known ? { width: `${percent}%` } : {}} />
    </div>
  );
};
