import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { stepAfter } from '../../../db/domain/deliveries/steps.ts';
import { orpc } from '../../lib/api.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { AttachmentsPart } from '../complaints/AttachmentsPart.tsx';
import { SidePanel } from '../customer/SidePanel.tsx';
import { ChecklistPart, toggled } from './ChecklistPart.tsx';
import { DeliveryFoot } from './DeliveryFoot.tsx';
import { CeremonyPart, FactsPart, HistoryPart } from './DeliveryParts.tsx';
import css from './deliveries.module.css';
import { carWords, markWords } from './deliveryWords.ts';
import { StepLine } from './StepLine.tsx';
import { type DeliveryPage, isOver } from './shapes.ts';
import { useDeliveryDeeds } from './useDeliveryDeeds.ts';

export interface DeliveryPanelProps {
  readonly delivery: DeliveryPage;
  /** a form over it */
  readonly onOpen: (what: string) => void;
  readonly onClose: () => void;
}

/** One delivery, whole: where the car stands, what is settled, photos, the ceremony, and what happened when. */
export const DeliveryPanel = ({ delivery, onOpen, onClose }: DeliveryPanelProps) => {
  const { t } = useTranslation();
  const files = useRef<HTMLInputElement>(null);
  const { id, name, customerId, checklist, step } = delivery;
  const fixed = isOver(delivery);
  const { check, move } = useDeliveryDeeds(delivery);
  const { data: kept } = useQuery(
    orpc.attachments.list.queryOptions({ input: { subject: 'delivery', subjectId: id } }),
  );
  const goOn = (): void => {
    const next = stepAfter(step);
    if (next === 'delivered') onOpen('deliver');
    else if (next) move(next);
  };
  useHotkeys(
    {
      F: () => files.current?.click(),
      ...(fixed
        ? {}
        : {
            M: goOn,
            E: () => onOpen('edit'),
            ...Object.fromEntries(
              checklist.slice(0, 9).map((one, at) => [String(at + 1), () => check(one.code, toggled(one))]),
            ),
          }),
    },
    { inDialog: true },
  );
  return (
    <SidePanel
      wide
      title={name}
      sub={[markWords(delivery, t), carWords(delivery, t)].join(' · ')}
      onClose={onClose}
      foot={<DeliveryFoot delivery={delivery} onGoOn={goOn} onBack={move} onOpen={onOpen} onClose={onClose} />}
    >
      <StepLine delivery={delivery} />
      <div className={css['columns']}>
        <div className={css['column']}>
          <ChecklistPart checklist={checklist} fixed={fixed} onCheck={check} />
          <AttachmentsPart
            to={{ subject: 'delivery', subjectId: id }}
            rows={kept?.rows ?? []}
            input={files}
            words={{
              title: t('deliveries.photos'),
              add: t('deliveries.addPhoto'),
              none: t('deliveries.noPhotos'),
              addKey: 'F',
            }}
          />
        </div>
        <div className={css['column']}>
          <FactsPart delivery={delivery} />
          <CeremonyPart delivery={delivery} />
          <HistoryPart delivery={delivery} />
          <Link to="/customers/$id" params={{ id: customerId }}>
            {t('deliveries.fact.toCustomer')}
          </Link>
        </div>
      </div>
    </SidePanel>
  );
};
