import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { assignColumn, fieldOf, missingColumns, sameMapping } from './columnMapping.ts';
import css from './imports.module.css';
import { fieldWords } from './problemWords.ts';
import { refusalText } from './refusal.ts';
import type { ImportState, Mapping } from './shapes.ts';

export interface MappingEditorProps {
  readonly state: ImportState;
  /** columns were moved and the file not checked again since */
  readonly onChanged: (changed: boolean) => void;
}

/** 列对应: every column of the file with what stands in it, and the field that it goes to. */
export const MappingEditor = ({ state, onChanged }: MappingEditorProps) => {
  const { t } = useTranslation();
  const [mapping, setMapping] = useState<Mapping>(state.mapping);
  const sample = useQuery(
    orpc.imports.preview.queryOptions({ input: { importId: state.id, offset: 0, limit: 20 } }),
  ).data;
  const put = (next: Mapping): void => {
    setMapping(next);
    onChanged(!sameMapping(next, state.mapping));
  };
  const remap = useMutation(orpc.imports.remap.mutationOptions());
  const missing = missingColumns(state.kind, state.fields, mapping);
  const words = (field: string): string =>
    field === 'vinOrPlate' ? t('imports.mapping.vinOrPlate') : fieldWords(field, t);
  const sampleOf = (column: number): string =>
    [...new Set(sample?.rows.map((row) => row.cells[column] ?? '').filter((cell) => cell !== ''))]
      .slice(0, 3)
      .join(' · ');

  return (
    <section className={css['mapping']} aria-label={t('imports.mapping.title')}>
      <p className="quiet small">{t('imports.mapping.text')}</p>
      <div className={css['mappingScroll']}>
        <table className={css['table']}>
          <thead>
            <tr>
              <th scope="col">{t('imports.mapping.column')}</th>
              <th scope="col">{t('imports.mapping.sample')}</th>
              <th scope="col">{t('imports.mapping.field')}</th>
            </tr>
          </thead>
          <tbody>
            {state.header.map((title, column) => {
              const name = title || t('imports.mapping.unnamed', { n: column + 1 });
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place; two may share a title
                <tr key={column}>
                  <th scope="row">{name}</th>
                  <td className={css['sample']}>{sampleOf(column)}</td>
                  <td>
                    <select
                      className={css['select']}
                      aria-label={t('imports.mapping.fieldOf', { column: name })}
                      value={fieldOf(mapping, column) ?? ''}
                      onChange={(event) => put(assignColumn(mapping, column, event.target.value || null))}
                    >
                      <option value="">{t('imports.mapping.skip')}</option>
                      {state.fields.map(({ field, required }) => (
                        <option key={field} value={field}>
                          {required ? `${words(field)} (${t('imports.mapping.must')})` : words(field)}
                        </option>
                      ))}
                    </select>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <div className={css['mappingFoot']}>
        {missing.length > 0 && (
          <span role="alert" className={css['failed']}>
            {t('imports.mapping.missing', { list: missing.map(words).join(t('customer.listSeparator')) })}
          </span>
        )}
        {remap.error && (
          <span role="alert" className={css['failed']}>
            {refusalText(remap.error, t)}
          </span>
        )}
        <Button
          type="primary"
          loading={remap.isPending}
          disabled={sameMapping(mapping, state.mapping) || missing.length > 0}
          onClick={() => remap.mutate({ importId: state.id, mapping, requestId: newRequestId() })}
        >
          {t('imports.mapping.recheck')}
        </Button>
      </div>
    </section>
  );
};
