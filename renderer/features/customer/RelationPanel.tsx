import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkPhone } from '../../../db/domain/phone.ts';
import { orpc } from '../../lib/api.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { useToday } from '../../lib/store.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import { Chip } from '../../ui/Chip.tsx';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { BirthdayInput } from './BirthdayInput.tsx';
import { type BirthdayDraft, birthdayOf, checkBirthday, noBirthday } from './birthdayDraft.ts';
import { CustomerPicker } from './CustomerPicker.tsx';
import { type CheckMark, type CheckMarks, errorPaths, fieldNotes, markText } from './checkMark.ts';
import { RelationLine } from './RelationLine.tsx';
import { RestoredNotice } from './RestoredNotice.tsx';
import { refusalText, refusedFields } from './refusal.ts';
import { relationKey } from './relationKey.ts';
import { SaveFoot } from './SaveFoot.tsx';
import { SelectInput } from './SelectInput.tsx';
import { SidePanel } from './SidePanel.tsx';
import { type CustomerPage, type Relation, relationKinds } from './shapes.ts';
import css from './sidePanel.module.css';
import { useKeptDraft } from './useKeptDraft.ts';

interface RelationDraft {
  readonly kind: Relation['kind'];
  readonly name: string;
  readonly phone: string;
  readonly birthday: BirthdayDraft;
  readonly other: { readonly id: string; readonly name: string } | null;
  readonly note: string;
}

const checkRelation = (draft: RelationDraft, today: string): CheckMarks => {
  const found: Record<string, CheckMark | null> = {
    name: draft.name.trim() === '' ? { level: 'error', reason: 'name-required' } : null,
    phone: draft.phone.trim() === '' || checkPhone(draft.phone).ok ? null : { level: 'error', reason: 'phone-invalid' },
    birthday: checkBirthday(draft.birthday, today),
  };
  return Object.fromEntries(Object.entries(found).filter((entry): entry is [string, CheckMark] => entry[1] !== null));
};

export interface RelationPanelProps {
  readonly page: CustomerPage;
  readonly onClose: () => void;
}

/** 家人与关键人: who belongs to this customer, with the birthdays to remember; key people of a company (S1). */
export const RelationPanel = ({ page, onClose }: RelationPanelProps) => {
  const { t } = useTranslation();
  const today = useToday();
  const begin: RelationDraft = {
    kind: page.customer.kind === 'company' ? 'keyPerson' : 'spouse',
    name: '',
    phone: '',
    birthday: noBirthday,
    other: null,
    note: '',
  };
  const { draft, change, restoredAt, discard } = useKeptDraft(`relation.${page.customer.id}`, begin);
  const [requestId, setRequestId] = useState(newRequestId);
  const [asked, setAsked] = useState(false);
  // beside the undo bar, which is out of reach behind this panel
  const [said, setSaid] = useState('');
  const add = useMutation(orpc.customers.addRelation.mutationOptions());
  const remove = useMutation(orpc.customers.removeRelation.mutationOptions());

  const marks = checkRelation(draft, today);
  const blocked = errorPaths(marks).length;
  const refused = refusedFields(add.error, t);
  const notes = (path: string) => (asked || path !== 'name' ? fieldNotes(path, marks, refused, t) : {});
  const birthdayMark = marks['birthday'];

  const say = (text: string): void => {
    setSaid(text);
    void notifyUndoable(text, t);
  };
  const save = (): void => {
    setAsked(true);
    if (blocked > 0 || add.isPending) return;
    const { kind, name, phone, birthday, other, note } = draft;
    add.mutate(
      {
        id: page.customer.id,
        kind,
        name,
        phone: phone.trim() || null,
        birthday: birthdayOf(birthday),
        otherId: other?.id ?? null,
        note: note.trim() || null,
        requestId,
      },
      {
        onSuccess: () => {
          say(t('customer.relation.saved', { name }));
          setRequestId(newRequestId());
          setAsked(false);
          discard();
        },
      },
    );
  };
  useHotkeys({ 'Ctrl+S': save }, { inDialog: true });

  return (
    <SidePanel
      title={t('customer.relation.title')}
      sub={page.customer.name}
      onClose={onClose}
      foot={
        <>
          {said && <span role="status">{said}</span>}
          <SaveFoot
            label={t('customer.relation.save')}
            busy={add.isPending}
            error={add.error}
            blocked={asked ? blocked : 0}
            onSave={save}
          />
        </>
      }
    >
      {page.relations.length === 0 ? (
        <p className="quiet">{t('customer.relation.none')}</p>
      ) : (
        <ul className={css['rows']}>
          {page.relations.map((relation) => (
            <li key={relation.id} className={css['row']}>
              <Chip>{t(relationKey(relation))}</Chip>
              <RelationLine relation={relation} />
              <span className={css['rowEnd']}>
                <Button
                  size="small"
                  aria-label={t('customer.relation.removeLabel', { name: relation.name })}
                  loading={remove.isPending && remove.variables.relationId === relation.id}
                  onClick={() =>
                    remove.mutate(
                      { relationId: relation.id, version: relation.version, requestId: newRequestId() },
                      {
                        onSuccess: () => say(t('customer.relation.removed', { name: relation.name })),
                      },
                    )
                  }
                >
                  {t('customer.relation.remove')}
                </Button>
              </span>
            </li>
          ))}
        </ul>
      )}
      {remove.error && (
        <p role="alert" className={css['failed']}>
          {refusalText(remove.error, t)}
        </p>
      )}
      <div className={css['part']}>
        <h3>{t('customer.relation.add')}</h3>
        <RestoredNotice at={restoredAt} onDiscard={discard} />
        <div className={css['grid']}>
          <FormField label={t('customer.relation.kindLabel')}>
            <SelectInput
              value={draft.kind}
              onChange={(kind) => change({ kind })}
              options={relationKinds.map((kind) => [kind, t(`customer.relation.kind.${kind}`)] as const)}
            />
          </FormField>
          <div data-first>
            <FormField label={t('customer.relation.name')} required {...notes('name')}>
              <TextInput value={draft.name} maxLength={60} onChange={(name) => change({ name })} />
            </FormField>
          </div>
          <FormField label={t('customer.relation.phone')} {...notes('phone')}>
            <TextInput value={draft.phone} inputMode="tel" onChange={(phone) => change({ phone })} />
          </FormField>
          <FormField label={t('customer.relation.note')}>
            <TextInput value={draft.note} maxLength={200} onChange={(note) => change({ note })} />
          </FormField>
          <BirthdayInput
            className={css['whole']}
            value={draft.birthday}
            error={birthdayMark ? markText(birthdayMark, t) : undefined}
            onChange={(birthday) => change({ birthday })}
          />
          <FormField label={t('customer.relation.file')} className={css['whole'] ?? ''}>
            <CustomerPicker
              label={t('customer.relation.file')}
              value={draft.other}
              exceptId={page.customer.id}
              onChange={(other) => change({ other })}
            />
          </FormField>
        </div>
      </div>
    </SidePanel>
  );
};
