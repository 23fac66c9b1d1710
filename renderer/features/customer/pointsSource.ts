import type { TFunction } from 'i18next';
import type { Answer, api } from '../../lib/api.ts';
import { cardNumber } from '../../lib/formats.ts';

type Entry = Answer<typeof api.points.explain>['entries'][number];

/**
 * What gave or took the points, in words: 工单 RO2026-01187 · 券 V12345678901 工时券 · 转给王芳 · 由周经理批准. Null where the entry's kind
 * says it all, as of a renewal.
 */
export const sourceWords = ({ kind, source }: Pick<Entry, 'kind' | 'source'>, t: TFunction): string | null => {
  const no = source?.no;
  if (!no) return null;
  switch (source.kind) {
    case 'visit':
      return t('rewards.source.visit', { no });
    case 'voucher':
      return t('rewards.source.voucher', { no });
    case 'card':
      return t('rewards.source.card', { no: cardNumber(no) });
    case 'transfer':
      return t(kind === 'transferOut' ? 'rewards.source.transferOut' : 'rewards.source.transferIn', { name: no });
    case 'membership':
      return t('rewards.source.membership', { name: no });
    case 'approval':
      return t('rewards.source.approval', { name: no });
    case 'compensation':
      return t('rewards.source.compensation', { no });
    default:
      return null;
  }
};
