import { useTranslation } from 'react-i18next';
import { birthdayWords } from './birthdayWords.ts';
import type { Birthday } from './shapes.ts';

/** What `BirthdayText` shows once it is there. */
export const BirthdayPhrase = ({ birthday }: { readonly birthday: Birthday }) => {
  const { t } = useTranslation();
  return <>{birthdayWords(birthday, t)}</>;
};
