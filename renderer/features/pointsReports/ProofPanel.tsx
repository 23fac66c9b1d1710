import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answer, type api, orpc } from '../../lib/api.ts';
import { errorText, fieldErrors } from '../../lib/errors.ts';
import { cardNumber, number } from '../../lib/formats.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { FormField } from '../../ui/FormField.tsx';
import { CheckIcon, InfoIcon, WarningIcon } from '../../ui/icons.tsx';
import { AreaInput } from '../customer/AreaInput.tsx';
import { SidePanel } from '../customer/SidePanel.tsx';
import css from './pointsReports.module.css';

type Check = Answer<typeof api.points.checkStatement>;

const looks = {
  genuine: { Icon: CheckIcon, tone: 'genuine' },
  changed: { Icon: WarningIcon, tone: 'changed' },
  foreign: { Icon: InfoIcon, tone: 'foreign' },
} as const satisfies Record<Check['verdict'], { Icon: typeof CheckIcon; tone: string }>;

export interface ProofPanelProps {
  /** what was scanned; null: to be scanned or typed here */
  readonly scanned: string | null;
  readonly onClose: () => void;
}

/** 对账单验真: is it ours, and unchanged? Without any network, by the signature in its code. */
export const ProofPanel = ({ scanned, onClose }: ProofPanelProps) => {
  const { t } = useTranslation();
  const [text, setText] = useState(scanned ?? '');
  const [asked, setAsked] = useState(scanned ?? '');
  const { data, error, isFetching, refetch } = useQuery(
    orpc.points.checkStatement.queryOptions({ input: { proof: asked }, enabled: asked !== '', retry: false }),
  );
  const shown = asked === text.trim();
  const refused = fieldErrors(error, t)['proof'];
  const check = (): void => {
    if (text.trim() === '') return;
    if (shown && data) void refetch();
    setAsked(text.trim());
  };
  useHotkeys({ 'Ctrl+S': check }, { inDialog: true });
  return (
    <SidePanel
      title={t('pointsReports.proof.title')}
      onClose={onClose}
      foot={
        <ActionButton
          type="primary"
          label={t('pointsReports.proof.go')}
          keys="Ctrl+S"
          disabled={text.trim() === ''}
          loading={isFetching}
          onClick={check}
        />
      }
    >
      <p className={css['proofText']}>{t('pointsReports.proof.text')}</p>
      <FormField
        label={t('pointsReports.proof.label')}
        {...(shown && error ? { error: refused ?? errorText(error, t, 'read') } : {})}
      >
        <AreaInput
          value={text}
          rows={4}
          maxLength={400}
          onChange={(value) => {
            setText(value);
            // a code ends with its line: a scanner's, or one that was pasted
            if (value.endsWith('\n') && value.trim() !== '') setAsked(value.trim());
          }}
        />
      </FormField>
      {shown && data && <Verdict check={data} />}
    </SidePanel>
  );
};

const Verdict = ({ check }: { readonly check: Check }) => {
  const { t } = useTranslation();
  const { Icon, tone } = looks[check.verdict];
  const same = check.closingNow === check.closing;
  const facts = [
    ['card', cardNumber(check.cardNumber)],
    ['holder', check.holder ?? t('pointsReports.proof.unknownHolder')],
    ['span', t('pointsReports.statement.range', { from: check.fromDay, to: check.toDay })],
    ['made', check.madeDay],
    ['opening', number(check.opening)],
    ['closing', number(check.closing)],
    ...(check.closingNow === null ? [] : [['closingNow', number(check.closingNow)] as const]),
  ] as const;
  return (
    <div className={`${css['verdict']} ${css[tone]}`} role="status">
      <h3>
        <Icon size={28} />
        {t(`pointsReports.proof.${check.verdict}`)}
      </h3>
      <p>{t(`pointsReports.proof.${check.verdict}Text`)}</p>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name} className={css['fact']}>
            <dt>{t(`pointsReports.proof.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {check.closingNow !== null && (
        <p className={same ? '' : css['differs']}>
          {check.verdict === 'changed'
            ? t('pointsReports.proof.changedNow', {
                said: number(check.closing),
                ours: number(check.closingNow),
              })
            : t(same ? 'pointsReports.proof.sameNow' : 'pointsReports.proof.otherNow')}
        </p>
      )}
    </div>
  );
};
