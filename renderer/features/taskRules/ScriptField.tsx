import { Fragment, useId } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type ScriptField as Field,
  scriptFields,
  scriptParts,
  tokenOf,
} from '../../../db/domain/tasks/scriptFields.ts';
import { useStoreSettings } from '../../lib/store.ts';
import { Chip } from '../../ui/Chip.tsx';
import { ControlGroup } from '../../ui/ControlGroup.tsx';
import { FormField } from '../../ui/FormField.tsx';
import { AreaInput } from '../customer/AreaInput.tsx';
import type { RuleFormPart } from './RulePanel.tsx';
import css from './taskRules.module.css';

const longest = 2000;

/** 话术: fields are put in where the cursor is, and below it stands what one customer would hear. */
export const ScriptField = ({ draft, change, say }: RuleFormPart) => {
  const { t } = useTranslation();
  const id = useId();
  const store = useStoreSettings()?.store.name ?? '';
  const insert = (field: Field): void => {
    const area = document.getElementById(id);
    if (!(area instanceof HTMLTextAreaElement)) return;
    const token = tokenOf(field);
    const { selectionStart, selectionEnd, value } = area;
    if (value.length + token.length > longest) return;
    change({ script: value.slice(0, selectionStart) + token + value.slice(selectionEnd) });
    const after = selectionStart + token.length;
    area.focus();
    // once the new text stands there
    requestAnimationFrame(() => area.setSelectionRange(after, after));
  };
  const fact = (field: Field): string => (field === 'store' ? store : t(`taskRules.facts.${field}`));
  return (
    <section className={css['group']} aria-label={t('taskRules.group.words')}>
      <h3>{t('taskRules.group.words')}</h3>
      <FormField label={t('taskRules.field.script')} required error={say('script')} help={t('taskRules.tokens')}>
        <AreaInput
          id={id}
          rows={6}
          maxLength={longest}
          value={draft.script}
          onChange={(script) => change({ script })}
        />
      </FormField>
      <ControlGroup className={css['tokens']} label={t('taskRules.tokens')}>
        {scriptFields.map((field) => (
          <Chip key={field} title={t(`taskRules.token.${field}`)} onPress={() => insert(field)}>
            {tokenOf(field)}
          </Chip>
        ))}
      </ControlGroup>
      <figure className={css['example']} aria-label={t('taskRules.example')}>
        <figcaption className="quiet small">{t('taskRules.example')}</figcaption>
        <p className={css['said']}>
          {draft.script.trim() === ''
            ? t('taskRules.exampleEmpty')
            : scriptParts(draft.script).map((part, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no name but their place
                <Fragment key={at}>{typeof part === 'string' ? part : <mark>{fact(part.field)}</mark>}</Fragment>
              ))}
        </p>
      </figure>
    </section>
  );
};
