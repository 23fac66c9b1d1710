import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  lazyRouteComponent,
  type RouteComponent,
} from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../db/contract/entry.ts';
import { useGo } from '../lib/place.ts';
import { useMay } from '../lib/session.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { InfoIcon } from '../ui/icons.tsx';
import { Loading } from '../ui/Loading.tsx';
import { CrashPage } from './CrashPage.tsx';
import { Frame } from './Frame.tsx';
import { features } from './features.ts';

const BackToday = () => {
  const { t } = useTranslation();
  const go = useGo();
  return <ActionButton type="primary" label={t('common.notFound.back')} onClick={() => go('/')} />;
};

const NotFound = () => {
  const { t } = useTranslation();
  return (
    <EmptyState icon={<InfoIcon size={32} />} title={t('common.notFound.title')} actions={<BackToday />}>
      {t('common.notFound.text')}
    </EmptyState>
  );
};

const Forbidden = () => {
  const { t } = useTranslation();
  return (
    <EmptyState icon={<InfoIcon size={32} />} title={t('common.forbidden.title')} actions={<BackToday />}>
      {t('common.forbidden.text')}
    </EmptyState>
  );
};

const Failed = ({ error, reset }: ErrorComponentProps) => (
  <CrashPage error={error instanceof Error ? error : new Error(String(error))} onRetry={reset} />
);

/** The host decides who may call what; this only spares people a screen full of refusals. */
const guarded = (Screen: RouteComponent, roles: readonly Role[] | undefined): RouteComponent => {
  if (!roles) return Screen;
  const Guarded = () => (useMay()(roles) ? <Screen /> : <Forbidden />);
  return Guarded;
};

const rootRoute = createRootRoute({ component: Frame });

const routes = features
  .flatMap((feature) => feature.routes)
  .map((route) =>
    createRoute({
      getParentRoute: () => rootRoute,
      path: route.path,
      component: guarded(lazyRouteComponent(route.load), route.roles),
    }),
  );

/** Addresses live behind the #, so the host serves one page and the shell needs no server. */
export const router = createRouter({
  routeTree: rootRoute.addChildren(routes),
  history: createHashHistory(),
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (values) => {
    const text = new URLSearchParams(Object.entries(values).map(([key, value]) => [key, String(value)])).toString();
    return text ? `?${text}` : '';
  },
  defaultPendingComponent: Loading,
  defaultErrorComponent: Failed,
  defaultNotFoundComponent: NotFound,
  defaultPreload: false,
});
