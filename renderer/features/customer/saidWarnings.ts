import type { TFunction } from 'i18next';
import { warningText } from '../../lib/errors.ts';
import { notify } from '../../lib/notices.ts';

/** What the store took but found doubtful, said in the bar at the bottom once the form is gone. */
export const saidWarnings = (
  warnings: readonly { readonly path: string; readonly reason: string }[],
  t: TFunction,
): void => {
  if (warnings.length === 0) return;
  const list = [...new Set(warnings.map(({ reason }) => warningText(reason, t)))].join(t('customer.listSeparator'));
  notify(t('customer.form.warnings', { list }), { tone: 'amber' });
};
