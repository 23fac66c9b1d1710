// weights of their own: of a variable font a PDF gets outlines instead of a font
import '@fontsource/noto-sans-sc/400.css';
import '@fontsource/noto-sans-sc/700.css';
import './paper.css';
import i18next from 'i18next';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { startI18n } from '../i18n/index.ts';
import { careError, errorText } from '../lib/errors.ts';
import { usePreferences } from '../lib/preferences.ts';
import { calibrationSheets } from './calibrationSheets.tsx';
import { cardSheets } from './cardSheets.tsx';
import { layOut } from './layOut.ts';
import { type PrintAsked, readAsked } from './printAsked.ts';
import type { Printable } from './printable.ts';
import { sayPrintState } from './printStates.ts';

/** So many sheets between two looks at what else is to be done: the desk stays awake, and cancelling is heard. */
const slice = 20;

const printableOf = async (asked: PrintAsked): Promise<Printable> => {
  switch (asked.document) {
    case 'card':
      return cardSheets(asked.cardIds, asked.printerId);
    case 'calibration':
      return calibrationSheets(asked.printerId);
    case 'slip':
      return (await import('./slipSheets.tsx')).slipSheets(asked.codes);
    case 'statementA5':
    case 'statement80':
      return (await import('./statementSheets.tsx')).statementSheets(asked.document, asked);
    case 'complaint':
      return (await import('./complaintSheets.tsx')).complaintSheets(asked.complaintId);
    case 'servicePlan':
      return (await import('./planSheets.tsx')).planSheets(asked.vehicleId);
    case 'letter':
      return (await import('./letterSheets.tsx')).letterSheets(asked.customerIds);
    case 'envelope':
      return (await import('./letterSheets.tsx')).envelopeSheets(asked.customerIds);
    case 'agencySlip':
      return (await import('./clubSheets.tsx')).agencySlips(asked.subjectId);
    case 'rescueSlip':
      return (await import('./clubSheets.tsx')).rescueSlips(asked.subjectId);
    case 'claimSlip':
      return (await import('./clubSheets.tsx')).claimSlips(asked.subjectId);
    case 'policySlip':
      return (await import('./clubSheets.tsx')).policySlips(asked);
    case 'callSheet':
      return (await import('./callSheets.tsx')).callSheets(asked);
    case 'complaintForm':
      return (await import('./complaintFormSheets.tsx')).complaintFormSheets(asked);
    case 'signInSheet':
      return (await import('./signInSheets.tsx')).signInSheets(asked);
    case 'surveyForm':
      return (await import('./surveyFormSheets.tsx')).surveyFormSheets(asked);
  }
};

const element = document.getElementById('root');
if (!element) throw new Error('print.html has no #root');
const root = createRoot(element);

/** Lets messages and paint through. */
const breath = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

const show = ({ sheets, width, height, flowMargin }: Printable, many: number): void => {
  const style = flowMargin
    ? { width: `${width - 2 * flowMargin}mm` }
    : { width: `${width}mm`, ...(height === null ? {} : { height: `${height}mm` }) };
  flushSync(() =>
    root.render(
      sheets.slice(0, many).map((sheet, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sheets are laid out once and never change places
        <section key={at} className={flowMargin ? 'sheet flows' : 'sheet'} style={style}>
          {sheet}
        </section>
      )),
    ),
  );
};

const print = async (): Promise<void> => {
  const asked = readAsked(location.hash);
  if (!asked) throw new Error('nothing to print is named');
  const printable = await printableOf(asked);
  const total = printable.sheets.length;
  for (let done = 0; done < total; ) {
    done = Math.min(total, done + slice);
    show(printable, done);
    sayPrintState({ state: 'working', done, total });
    await breath();
  }
  sayPrintState(await layOut(element, printable));
};

const fail = (error: unknown): void => {
  root.render(
    <p className="print-failed" role="alert">
      {errorText(error, i18next.t, 'read')}
    </p>,
  );
  const failure = careError(error);
  sayPrintState({ state: 'failed', code: failure?.code ?? 'INTERNAL', data: failure?.data ?? {} });
};

sayPrintState({ state: 'working', done: 0, total: 0 });
await startI18n(usePreferences.getState().language);
print().catch(fail);
