import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ShellBridge } from '../../../db/contract/shell.ts';
import { papers, usePrinterChoice } from '../../lib/printerChoice.ts';
import { FormField } from '../../ui/FormField.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { SelectInput } from '../customer/SelectInput.tsx';
import css from './printing.module.css';

/** In the shell: to which of this computer's printers each paper goes without a dialog. */
export const DeviceChoice = ({ bridge }: { readonly bridge: ShellBridge }) => {
  const { t } = useTranslation();
  const { devices, chooseDevice } = usePrinterChoice();
  const { data, error } = useQuery({ queryKey: ['shell', 'printers'], queryFn: () => bridge.printers() });
  const names = data ?? [];
  return (
    <Panel title={t('printing.printers.devices.title')}>
      <p className="quiet">{t('printing.printers.devices.text')}</p>
      {error && <p role="alert">{t('printing.printers.devices.failed')}</p>}
      <div className={css['devices']}>
        {papers.map((paper) => {
          const chosen = devices[paper] ?? '';
          const gone = chosen !== '' && !names.some(({ name }) => name === chosen);
          return (
            <FormField key={paper} label={t(`printing.printers.devices.paper.${paper}`)}>
              <SelectInput
                value={chosen}
                options={[
                  ['', t('printing.printers.devices.dialog')],
                  ...names.map(({ name, label }): readonly [string, string] => [name, label]),
                  ...(gone ? [[chosen, t('printing.printers.devices.gone', { name: chosen })] as const] : []),
                ]}
                onChange={(device) => chooseDevice(paper, device)}
              />
            </FormField>
          );
        })}
      </div>
    </Panel>
  );
};
