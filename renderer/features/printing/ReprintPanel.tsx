import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { cardNumber, momentOf } from '../../lib/formats.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { useTimeZone } from '../../lib/store.ts';
import { usePrint } from '../../lib/usePrint.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { FormField } from '../../ui/FormField.tsx';
import { PrinterIcon } from '../../ui/icons.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { SidePanel } from '../customer/SidePanel.tsx';
import { CardPreview } from './CardPreview.tsx';
import { PrintProgress } from './PrintProgress.tsx';
import css from './printing.module.css';

/** px of a millimetre: both sides beside each other */
const previewScale = 2.9;

const usualReasons = ['jam', 'crooked', 'cancelled', 'worn'] as const;

export interface ReprintPanelProps {
  readonly cardId: string;
  readonly onClose: () => void;
}

/** One card as it will look, when it was printed before, and, where it was, why it is printed again. */
export const ReprintPanel = ({ cardId, onClose }: ReprintPanelProps) => {
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  const cards = useQuery(orpc.printing.cards.queryOptions({ input: { cardIds: [cardId] } }));
  const log = useQuery(orpc.printing.log.queryOptions({ input: { cardId, limit: 20 } }));
  const { print, cancel, progress } = usePrint();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const [card] = cards.data?.cards ?? [];
  const design = cards.data?.designs.find((one) => one.tier === card?.tier)?.design;
  const before = log.data?.rows ?? [];
  const missing = before.length > 0 && reason.trim() === '';

  const start = async (): Promise<void> => {
    setAsked(true);
    if (!card || !log.data || missing || progress) return;
    const done = await print(
      { document: 'card', cardIds: [cardId], reason: before.length > 0 ? reason.trim() : null },
      { handedOver: t('printing.reprint.done', { number: cardNumber(card.number) }) },
    );
    if (done) onClose();
  };
  useHotkeys({ 'Ctrl+P': () => void start() }, { inDialog: true });

  return (
    <SidePanel
      title={t('printing.reprint.title')}
      {...(card ? { sub: t('printing.reprint.sub', { holder: card.holder, number: cardNumber(card.number) }) } : {})}
      onClose={onClose}
      foot={
        <ActionButton
          type="primary"
          icon={<PrinterIcon size={16} />}
          label={t('printing.reprint.print')}
          keys="Ctrl+P"
          disabled={!card || !log.data || progress !== null}
          onClick={() => void start()}
        />
      }
    >
      <PrintProgress progress={progress} cancel={cancel} />
      {cards.error ? <ErrorState error={cards.error} onRetry={() => void cards.refetch()} /> : !card && <Loading />}
      {card && design && (
        <div className={css['faces']}>
          <CardPreview face={design.front} card={card} scale={previewScale} />
          <CardPreview face={design.back} card={card} scale={previewScale} />
        </div>
      )}
      {log.error && <ErrorState error={log.error} onRetry={() => void log.refetch()} />}
      {log.data && before.length === 0 && <p className="quiet">{t('printing.reprint.first')}</p>}
      {before.length > 0 && (
        <>
          <p className={css['before']}>{t('printing.reprint.before', { count: before.length })}</p>
          <FormField
            label={t('printing.reprint.reason')}
            required
            {...(asked && missing ? { error: t('printing.reprint.required') } : {})}
          >
            <TextInput autoFocus value={reason} maxLength={200} onChange={setReason} />
          </FormField>
          <p className={css['reasons']}>
            {usualReasons.map((one) => (
              <Chip key={one} onPress={() => setReason(t(`printing.reprint.usual.${one}`))}>
                {t(`printing.reprint.usual.${one}`)}
              </Chip>
            ))}
          </p>
          <h3 className={css['part']}>{t('printing.reprint.history')}</h3>
          <ul className={css['history']}>
            {before.map((row) => (
              <li key={row.id}>
                {[momentOf(row.at, timeZone), row.byName, row.printer, row.reason].filter(Boolean).join(' · ')}
              </li>
            ))}
          </ul>
        </>
      )}
    </SidePanel>
  );
};
