import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { useStoreSettings } from '../../lib/store.ts';
import { FormField } from '../../ui/FormField.tsx';
import { CheckBoxes } from '../customer/CheckBoxes.tsx';
import { FieldGroup } from '../customer/FieldGroup.tsx';
import { SelectInput } from '../customer/SelectInput.tsx';
import panel from '../customer/sidePanel.module.css';
import { WordsInput } from '../customer/WordsInput.tsx';
import type { RuleFormPart } from './RulePanel.tsx';
import type { RuleDraft } from './ruleDraft.ts';
import css from './taskRules.module.css';

export interface AudienceFieldsProps extends RuleFormPart {
  /** what the store said against it */
  readonly refused: string | undefined;
}

/** 对象: what is left empty narrows nothing. */
export const AudienceFields = ({ draft, change, refused }: AudienceFieldsProps) => {
  const { t } = useTranslation();
  const tiers = useStoreSettings()?.values.tiers ?? [];
  const { data: facets } = useQuery(orpc.customers.facets.queryOptions({ input: {} }));
  return (
    <section className={css['group']} aria-label={t('taskRules.group.who')}>
      <h3>{t('taskRules.group.who')}</h3>
      <div className={panel['grid']}>
        <FormField label={t('taskRules.field.customerKind')} error={refused}>
          <SelectInput<RuleDraft['customerKind']>
            value={draft.customerKind}
            options={[
              ['', t('taskRules.field.anyKind')],
              ['person', t('taskRules.who.person')],
              ['company', t('taskRules.who.company')],
            ]}
            onChange={(customerKind) => change({ customerKind })}
          />
        </FormField>
        <FormField label={t('taskRules.field.members')}>
          <SelectInput<RuleDraft['members']>
            value={draft.members}
            options={[
              ['any', t('taskRules.field.anyMember')],
              ['members', t('taskRules.who.members')],
              ['others', t('taskRules.who.others')],
            ]}
            onChange={(members) => change({ members })}
          />
        </FormField>
        {draft.members !== 'others' && (
          <FieldGroup
            className={panel['whole']}
            label={t('taskRules.field.tiers')}
            help={t('taskRules.field.tiersHelp')}
          >
            <CheckBoxes
              value={draft.tiers}
              options={tiers.map(({ code, name }) => [code, name] as const)}
              onChange={(chosen) => change({ tiers: chosen })}
            />
          </FieldGroup>
        )}
        <FormField label={t('taskRules.field.series')} help={t('taskRules.field.seriesHelp')}>
          <WordsInput
            value={draft.series}
            most={30}
            known={facets?.series ?? []}
            onChange={(series) => change({ series })}
          />
        </FormField>
        <FormField label={t('taskRules.field.tags')} help={t('taskRules.field.tagsHelp')}>
          <WordsInput
            value={draft.tags}
            most={30}
            known={facets?.tags.map(({ tag }) => tag) ?? []}
            onChange={(tags) => change({ tags })}
          />
        </FormField>
      </div>
    </section>
  );
};
