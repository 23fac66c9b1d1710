import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { fieldErrors } from '../../lib/errors.ts';
import { FormField } from '../../ui/FormField.tsx';
import { useVehiclesOf } from '../board/useVehiclesOf.ts';
import { ComplainantFields } from '../complaints/ComplainantFields.tsx';
import { DeedPanel } from '../complaints/DeedPanel.tsx';
import { AreaInput } from '../customer/AreaInput.tsx';
import panel from '../customer/sidePanel.module.css';
import type { EnquiryPanelProps } from './EnquiryPanels.tsx';
import { checkEnquiry, draftOf, factsOf } from './enquiryDraft.ts';
import { KindFields } from './KindFields.tsx';
import { saidOfEnquiry } from './saidOfEnquiry.ts';
import { useEnquiryDeed } from './useEnquiryDeed.ts';

/** 修改, until it is closed. */
export const EditEnquiryPanel = ({ enquiry, onClose }: EnquiryPanelProps) => {
  const { t } = useTranslation();
  const { id, version, number } = enquiry;
  const phoneKept = enquiry.customerId === null ? enquiry.phoneMasked : null;
  const { kept, draft, change, save, asked, submit } = useEnquiryDeed({
    form: `enquiry.${id}.edit`,
    begin: draftOf(enquiry),
    changes: true,
    call: api.enquiries.update,
    said: () => t('enquiries.form.changed', { number }),
    onDone: onClose,
  });
  useVehiclesOf(draft.who, enquiry, (who) => change({ who }));
  const problems = checkEnquiry(draft, phoneKept !== null);
  const blocked = Object.keys(problems).length;
  const said = (path: Parameters<typeof saidOfEnquiry>[0]) =>
    saidOfEnquiry(path, problems, asked, fieldErrors(save.error, t), t);
  const typed = draft.who.phone.trim();
  const send = (): void =>
    submit(
      blocked > 0
        ? null
        : { id, version, ...factsOf(draft), ...(typed !== '' && !draft.who.customer ? { strangerPhone: typed } : {}) },
    );
  return (
    <DeedPanel
      title={t('enquiries.form.editTitle')}
      sub={number}
      label={t('enquiries.form.saveChange')}
      kept={kept}
      busy={save.isPending}
      error={save.error}
      blocked={asked ? blocked : 0}
      onSave={send}
      onClose={onClose}
    >
      <ComplainantFields
        words="enquiries"
        who={draft.who}
        phoneKept={phoneKept}
        errors={{ who: said('who'), name: said('name'), phone: said('phone'), vehicleId: said('vehicleId') }}
        onChange={(who) => change({ who })}
      />
      <div className={panel['near']} data-first>
        <FormField label={t('enquiries.field.question')} required error={said('question')}>
          <AreaInput rows={4} maxLength={2000} value={draft.question} onChange={(question) => change({ question })} />
        </FormField>
      </div>
      <KindFields draft={draft} change={change} />
    </DeedPanel>
  );
};
