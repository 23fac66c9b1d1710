import { useTranslation } from 'react-i18next';
import { usePrint } from '../../lib/usePrint.ts';

export type ClubSlip = 'agencySlip' | 'rescueSlip' | 'claimSlip';

/** 打印受理单 on the roll; what goes wrong is said. */
export const usePrintSlip = (): ((
  document: ClubSlip,
  job: { readonly id: string; readonly number: string },
) => void) => {
  const { t } = useTranslation();
  const { print } = usePrint();
  return (document, { id, number }) =>
    void print({ document, subjectId: id }, { handedOver: t('club.print.handedOver', { number }) });
};
