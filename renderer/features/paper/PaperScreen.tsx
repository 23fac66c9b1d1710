import { useRouterState } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParam, useQueryValue } from '../../lib/place.ts';
import { useScreenDeeds } from '../../lib/screenDeeds.ts';
import { useOpenedRow } from '../../lib/useOpenedRow.ts';
import listDetail from '../../ui/listDetail.module.css';
import { addressOf, home, noFilter, readFilter } from './listFilter.ts';
import PaperEntry from './PaperEntry.tsx';
import { PrintPart } from './PrintPart.tsx';
import css from './paper.module.css';
import { SheetDetail } from './SheetDetail.tsx';
import { SheetList } from './SheetList.tsx';
import { useSheetList } from './useSheetList.ts';

/** 纸质单: what is printed before the power fails, and what was written on it and is not entered yet. */
const PaperScreen = () => {
  const { t } = useTranslation();
  const id = useParam('id') || null;
  const wanted = useQueryValue('do');
  const code = useQueryValue('code') ?? '';
  const address = useRouterState({ select: (state) => state.location.searchStr });
  const filter = useMemo(() => readFilter(new URLSearchParams(address)), [address]);
  const { customerId } = filter;
  const tab = filter.tab ?? 'open';
  const list = useSheetList(tab);
  const { show, showTab, open, close, walking, enter } = useOpenedRow({
    home,
    id,
    wanted,
    filter,
    tab,
    list,
    addressOf,
  });
  const openEntry = (): void => open('enter');
  enter.current = openEntry;
  useScreenDeeds({ 'paper.enter': openEntry });
  return (
    <div className={css['screen']}>
      <PrintPart
        key={customerId}
        customerId={customerId}
        onNobody={() => show(id, { customerId: null })}
        onPrinted={(sheetId) => show(sheetId, noFilter)}
      />
      <div className={`${listDetail['screen']} ${css['sheets']}`}>
        <SheetList
          list={list}
          tab={tab}
          openId={id}
          walking={walking}
          onTab={showTab}
          onShow={(next) => show(next)}
          onEnter={openEntry}
        />
        {id === null ? (
          <div className={listDetail['nothingOpen']}>
            {list.counts && <p className="quiet">{t('paper.list.choose')}</p>}
          </div>
        ) : (
          <SheetDetail key={id} id={id} onEnter={(row) => open('enter', { code: row })} />
        )}
      </div>
      {wanted === 'enter' && <PaperEntry code={code} onClose={close} />}
    </div>
  );
};

export default PaperScreen;
