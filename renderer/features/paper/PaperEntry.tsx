import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { useScanTaker } from '../../lib/scanTakers.ts';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { NewComplaintPanel } from '../complaints/NewComplaintPanel.tsx';
import { SidePanel } from '../customer/SidePanel.tsx';
import { useSettled } from '../customer/useSettled.ts';
import { CallRow } from './CallRow.tsx';
import { EnteredList } from './EnteredList.tsx';
import { FoundPaper } from './FoundPaper.tsx';
import css from './paper.module.css';
import type { Found } from './shapes.ts';
import { type TypedCode, typedCode } from './typedCode.ts';
import { type Entered, useEnteredPapers } from './useEnteredPapers.ts';

export interface PaperEntryProps {
  /** what the panel begins with, as scanned elsewhere */
  readonly code?: string;
  readonly onClose: () => void;
}

/** Who types six digits and stops has typed all of them, ms. */
const pause = 450;

/** 补录: a code of any paper, what stands on it, Enter, and the next. */
const PaperEntry = ({ code: begin = '', onClose }: PaperEntryProps) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(begin);
  /** a code that was scanned, or confirmed by Enter: nothing more comes */
  const [whole, setWhole] = useState(begin);
  const settled = useSettled(typed, pause);
  const field = useRef<HTMLDivElement>(null);
  const entered = useEnteredPapers();
  const reading = typedCode(typed, settled === typed || whole === typed);
  const code = reading.state === 'code' ? reading.code : null;
  const read = useQuery(
    orpc.paper.row.queryOptions({ input: { code: code ?? '' }, enabled: code !== null, staleTime: 0 }),
  );
  const found = code !== null && read.data?.code === code && !read.isFetching ? read.data : null;
  const toField = (): void => field.current?.querySelector('input')?.focus();
  useScanTaker('any', (text) => {
    // only after the scanner's keys were taken out of whatever field they went into
    setTimeout(() => {
      toField();
      setTyped(text);
      setWhole(text);
    });
    return true;
  });
  const next = (): void => {
    setTyped('');
    toField();
  };
  const taken = (what: Omit<Entered, 'code'>, isUndoable: boolean): void => {
    if (code !== null) entered.add({ ...what, code }, isUndoable);
    next();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    setWhole(typed);
  };
  /** a code that brings nothing is typed over */
  const again = found !== null && found.kind !== 'call' && found.row.state === 'entered';
  const typeOver = (): void => field.current?.querySelector('input')?.select();
  useEffect(() => {
    if (again) field.current?.querySelector('input')?.select();
  }, [again]);

  if (found?.kind === 'complaint' && found.row.state !== 'entered') {
    return (
      <NewComplaintPanel
        paper={{ code: found.code, day: found.sheet.day }}
        onAdded={({ number }) => taken({ name: t('paper.kind.complaint'), words: number }, false)}
        onClose={next}
      />
    );
  }
  return (
    <SidePanel title={t('paper.entry.title')} sub={t('paper.entry.sub')} onClose={onClose}>
      <div className={css['entry']}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: it only hears Enter in the field inside */}
        <div ref={field} data-first onKeyDown={onKeyDown}>
          <FormField
            label={t('paper.entry.code')}
            error={errorOf(reading, read.isFetching ? null : read.error, t)}
            help={code !== null && read.isFetching ? t('paper.entry.looking') : t('paper.entry.codeHelp')}
          >
            <TextInput value={typed} inputMode="numeric" maxLength={14} onChange={setTyped} />
          </FormField>
        </div>
        {found && <Named key={found.code} found={found} onEntered={taken} onAgain={typeOver} onUnused={next} />}
        <EnteredList entered={entered} />
      </div>
    </SidePanel>
  );
};

export default PaperEntry;

const errorOf = (reading: TypedCode, error: unknown, t: TFunction): string | undefined => {
  if (reading.state === 'wrong') return t('errors.field.row-code-wrong');
  return reading.state === 'code' && error ? errorText(error, t) : undefined;
};

const Named = ({
  found,
  onEntered,
  onAgain,
  onUnused,
}: {
  readonly found: Found;
  readonly onEntered: (what: Omit<Entered, 'code'>, isUndoable: boolean) => void;
  readonly onAgain: () => void;
  readonly onUnused: () => void;
}) =>
  found.kind === 'call' ? (
    <CallRow code={found.code} onEntered={onEntered} onAgain={onAgain} />
  ) : (
    <FoundPaper found={found} onEntered={onEntered} onUnused={onUnused} />
  );
