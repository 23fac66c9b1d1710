import { plate } from '../../lib/formats.ts';
import { Chip, type ChipTone } from '../../ui/Chip.tsx';
import css from '../../ui/listDetail.module.css';
import { ToneIcon } from '../../ui/ToneIcon.tsx';

export interface JobLineProps {
  readonly row: { readonly number: string; readonly name: string; readonly plate: string | null };
  readonly title: string;
  /** beside whose it is */
  readonly more: readonly (string | null)[];
  /** where it stands: on the right of the number */
  readonly term: { readonly tone: ChipTone; readonly words: string };
  readonly late: boolean;
  readonly current: boolean;
  readonly onOpen: () => void;
}

/** One job of a list: number and term, what it is, whose. */
export const JobLine = ({ row, title, more, term, late, current, onOpen }: JobLineProps) => (
  <li>
    <button type="button" className={css['line']} data-late={late} aria-current={current} onClick={onOpen}>
      <span className={css['lineHead']}>
        <strong>{row.number}</strong>
        <Chip tone={term.tone} icon={<ToneIcon tone={term.tone} />}>
          {term.words}
        </Chip>
      </span>
      <span className={css['lineTitle']}>{title}</span>
      <span className={css['lineWho']}>
        {[[row.name, row.plate && plate(row.plate)].filter(Boolean).join(' '), ...more].filter(Boolean).join(' · ')}
      </span>
    </button>
  </li>
);
