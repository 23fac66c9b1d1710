import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Chip } from '../../ui/Chip.tsx';
import { WarningIcon } from '../../ui/icons.tsx';
import { Panel } from '../../ui/Panel.tsx';
import detail from '../complaints/detail.module.css';
import { useMoment } from '../complaints/useMoment.ts';
import { AnswerList } from '../surveys/AnswersPart.tsx';
import type { BadAnswers } from './shapes.ts';
import css from './tasks.module.css';

/** What the customer was not satisfied with, before one says a word. */
export const BadAnswersPart = ({ bad }: { readonly bad: readonly BadAnswers[] }) => {
  const { t } = useTranslation();
  const moment = useMoment();
  if (bad.length === 0) return null;
  return (
    <Panel
      flush
      title={t('tasks.survey.bad')}
      aside={
        <Chip tone="red" icon={<WarningIcon size={13} />}>
          {t('surveys.state.bad')}
        </Chip>
      }
    >
      {bad.map((response) => (
        <section key={response.id} className={css['badAnswers']} aria-label={response.questionnaire}>
          <p className="quiet small">
            {t('tasks.survey.badOf', {
              moment: moment(response.at),
              channel: t(`surveys.channel.${response.channel}`),
              questionnaire: response.questionnaire,
            })}{' '}
            <Link className={detail['link'] ?? ''} to="/surveys/$id" params={{ id: response.id }}>
              {t('tasks.survey.open')}
            </Link>
          </p>
          <AnswerList answers={response.answers} />
        </section>
      ))}
    </Panel>
  );
};
