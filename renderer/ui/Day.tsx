import { useTranslation } from 'react-i18next';
import { day } from '../lib/formats.ts';

/** 2026-11-21 (周六), or a dash where nobody knows the day. */
export const Day = ({ value }: { readonly value: string | null }) => {
  useTranslation();
  return value === null ? <span className="quiet">—</span> : <time dateTime={value}>{day(value)}</time>;
};
