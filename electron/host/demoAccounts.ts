import type { Role } from '../../db/contract/entry.ts';

/** Log-ins of a demo store, shown on its log-in page. No other store has a default password. */
export const demoAccounts: { name: string; displayName: string; role: Role; password: string }[] = [
  { name: 'qiantai', displayName: '前台', role: 'reception', password: 'demo-2026' },
  { name: 'kefu', displayName: '客服专员', role: 'service', password: 'demo-2026' },
  { name: 'jingli', displayName: '经理', role: 'manager', password: 'demo-2026' },
  { name: 'admin', displayName: '管理员', role: 'admin', password: 'demo-2026' },
];
