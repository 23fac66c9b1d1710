import type { Role } from '../../contract/entry.ts';

/** Who may log in to a demo store; no other store has a default password. */
export const demoPassword = 'demo-2026';

export const demoStaff: readonly { name: string; displayName: string; role: Role }[] = [
  { name: 'qiantai', displayName: '周凯', role: 'reception' },
  { name: 'kefu', displayName: '何静', role: 'service' },
  { name: 'jingli', displayName: '陈刚', role: 'manager' },
  { name: 'admin', displayName: '管理员', role: 'admin' },
];

/** Service advisers (服务顾问) as workshop orders name them; one has left and has no account. */
export const demoAdvisers: readonly [string, ...string[]] = ['李敏', '陈刚', '何静', '周凯'];

/** Whose names stand beside what was entered at the desk. */
export const demoClerks: readonly [string, ...string[]] = ['周凯', '何静', '陈刚'];
