import { useTranslation } from 'react-i18next';
import { usePrint } from '../../lib/usePrint.ts';

/** 打印投诉处理记录, A4; what goes wrong is said. */
export const usePrintComplaint = (): { readonly print: (complaintId: string) => void } => {
  const { t } = useTranslation();
  const { print } = usePrint();
  return {
    print: (complaintId) =>
      void print({ document: 'complaint', complaintId }, { handedOver: t('complaintReports.record.handedOver') }),
  };
};
