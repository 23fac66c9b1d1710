import { useTranslation } from 'react-i18next';
import { useStoreSettings } from '../../lib/store.ts';
import { Chip } from '../../ui/Chip.tsx';
import { Panel } from '../../ui/Panel.tsx';

/** Which CareDesk this is, and where the data lies. */
export const AboutSettings = () => {
  const { t } = useTranslation();
  const store = useStoreSettings()?.store;
  return (
    <Panel title={t('settings.section.about')}>
      <dl className="facts">
        <dt>{t('settings.about.version')}</dt>
        <dd>
          {t('common.appName')} {import.meta.env.CAREDESK_VERSION}{' '}
          {store?.demo && <Chip tone="amber">{t('settings.about.demo')}</Chip>}
        </dd>
        <dt>{t('settings.about.data')}</dt>
        <dd>{t('settings.about.dataText')}</dd>
        <dt>{t('settings.about.api')}</dt>
        <dd>
          {t('settings.about.apiText')}{' '}
          <a href="/api/openapi.json" target="_blank" rel="noreferrer">
            /api/openapi.json
          </a>
        </dd>
        <dt>{t('settings.about.licence')}</dt>
        <dd>MIT</dd>
      </dl>
    </Panel>
  );
};
