import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import { errorPaths } from './checkMark.ts';
import { MileagePart } from './MileagePart.tsx';
import { OwnersPart } from './OwnersPart.tsx';
import { PlanPart } from './PlanPart.tsx';
import { PolicyPart } from './PolicyPart.tsx';
import { plateText } from './plateText.ts';
import { RemoveVehicle } from './RemoveVehicle.tsx';
import { RestoredNotice } from './RestoredNotice.tsx';
import { refusedFields } from './refusal.ts';
import { SaveFoot } from './SaveFoot.tsx';
import { SidePanel } from './SidePanel.tsx';
import { saidWarnings } from './saidWarnings.ts';
import type { VehicleFacts } from './shapes.ts';
import css from './sidePanel.module.css';
import { TwinNotice } from './TwinNotice.tsx';
import { useKeptDraft } from './useKeptDraft.ts';
import { useTwins } from './useTwins.ts';
import { VehicleFields } from './VehicleFields.tsx';
import { VehicleLife } from './VehicleLife.tsx';
import { checkVehicle, emptyVehicle, kmOrNull, vehicleDraftOf, vehicleFactsOf } from './vehicleDraft.ts';

export interface VehiclePanelProps {
  readonly customerId: string;
  readonly customerName: string;
  /** null: a new one */
  readonly vehicle: VehicleFacts | null;
  readonly onClose: () => void;
}

/** 添加车辆 / 修改车辆; a vehicle on file also shows its readings and policies, which are saved one by one. */
export const VehiclePanel = ({ customerId, customerName, vehicle: latest, onClose }: VehiclePanelProps) => {
  const { t } = useTranslation();
  // As it was when the form opened: the page behind is fetched again meanwhile, and saving must notice what others changed.
  const [vehicle, setVehicle] = useState(latest);
  const [requestId] = useState(newRequestId);
  const lifeId = useId();
  const planId = useId();
  const form = vehicle ? `vehicle.${vehicle.id}.${vehicle.version}` : `vehicle.of.${customerId}`;
  const { draft, change, restoredAt, discard, done } = useKeptDraft(
    form,
    vehicle ? vehicleDraftOf(vehicle) : emptyVehicle,
  );
  const [asked, setAsked] = useState(false);
  const add = useMutation(orpc.vehicles.add.mutationOptions());
  const update = useMutation(orpc.vehicles.update.mutationOptions());
  const saving = vehicle ? update : add;
  const twins = useTwins({ plate: draft.plate, vin: draft.vin, exceptId: customerId });

  const marks = checkVehicle(draft);
  const shown = asked || draft.plate !== '' ? marks : withoutRequired(marks);
  const blocked = errorPaths(marks).length;

  const save = (): void => {
    setAsked(true);
    if (blocked > 0 || saving.isPending) return;
    const plate = draft.plate.trim() === '' ? t('vehicle.unnamed') : plateText(draft.plate);
    const onSuccess = ({ warnings }: { warnings: { path: string; reason: string }[] }): void => {
      done();
      void notifyUndoable(t(vehicle ? 'vehicle.form.saved' : 'vehicle.form.added', { plate }), t);
      saidWarnings(warnings, t);
      onClose();
    };
    const facts = vehicleFactsOf(draft);
    if (vehicle) update.mutate({ ...facts, id: vehicle.id, version: vehicle.version, requestId }, { onSuccess });
    else add.mutate({ ...facts, customerId, mileage: kmOrNull(draft.mileage), requestId }, { onSuccess });
  };
  useHotkeys({ 'Ctrl+S': save }, { inDialog: true });

  return (
    <SidePanel
      title={t(vehicle ? 'vehicle.form.editTitle' : 'vehicle.form.addTitle')}
      sub={vehicle?.plate ? plateText(vehicle.plate) : customerName}
      onClose={onClose}
      foot={
        <>
          {vehicle && <Button onClick={() => showPart(planId)}>{t('plan.show')}</Button>}
          {vehicle && <Button onClick={() => showPart(lifeId)}>{t('vehicle.life.title')}</Button>}
          {vehicle && <RemoveVehicle vehicle={vehicle} onRemoved={onClose} />}
          <SaveFoot
            label={t('vehicle.form.save')}
            busy={saving.isPending}
            error={saving.error}
            blocked={asked ? blocked : 0}
            onSave={save}
          />
        </>
      }
    >
      {latest && vehicle && latest.version !== vehicle.version && (
        <div className={css['restored']} role="status">
          <span>{t('vehicle.form.changedMeanwhile')}</span>
          <Button
            size="small"
            type="link"
            onClick={() => {
              discard();
              update.reset();
              setVehicle(latest);
              change(() => vehicleDraftOf(latest));
            }}
          >
            {t('vehicle.form.takeLatest')}
          </Button>
        </div>
      )}
      <RestoredNotice at={restoredAt} onDiscard={discard} />
      <TwinNotice twins={twins} />
      <VehicleFields
        draft={draft}
        change={change}
        marks={shown}
        refused={refusedFields(saving.error, t)}
        withMileage={vehicle === null}
      />
      {vehicle && <MileagePart vehicle={vehicle} />}
      {vehicle && <PolicyPart vehicleId={vehicle.id} />}
      {vehicle && <PlanPart id={planId} vehicleId={vehicle.id} />}
      {vehicle && <OwnersPart vehicleId={vehicle.id} customerId={customerId} />}
      {vehicle && <VehicleLife id={lifeId} vehicle={latest ?? vehicle} customerId={customerId} onDone={onClose} />}
    </SidePanel>
  );
};

/** Leads to a part further down, and to its first button. */
const showPart = (id: string): void => {
  const part = document.getElementById(id);
  part?.scrollIntoView({ block: 'end' });
  part?.querySelector('button')?.focus();
};

/** An untouched form does not begin with a reproach. */
const withoutRequired = (marks: ReturnType<typeof checkVehicle>): ReturnType<typeof checkVehicle> =>
  Object.fromEntries(Object.entries(marks).filter(([, mark]) => mark.reason !== 'plate-or-vin'));
