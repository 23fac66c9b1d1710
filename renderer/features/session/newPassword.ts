import type { TFunction } from 'i18next';

/** What can be said of a new password before it is sent; the host refuses more (common ones). Null: nothing wrong so far. */
export const passwordProblem = (password: string, name: string, t: TFunction): string | null => {
  if (!password) return null;
  if (password.length < 8) return t('errors.field.password-short');
  if (name && password.toLowerCase() === name.trim().toLowerCase()) return t('errors.field.password-is-name');
  return null;
};
