/** The screens that have words of their own (`help.topics`), by the route that shows them. */
const topics = {
  '/': 'today',
  '/customers': 'customers',
  '/customers/new': 'customerForm',
  '/customers/$id': 'customer',
  '/customers/$id/edit': 'customerForm',
  '/imports': 'imports',
  '/settings': 'settings',
  '/settings/$section': 'settings',
  '/duplicates': 'duplicates',
  '/duplicates/$keepId/$dropId': 'duplicates',
} as const;

export type HelpTopic = (typeof topics)[keyof typeof topics] | 'general';

const byRoute = new Map<string, HelpTopic>(Object.entries(topics));

export const helpTopicOf = (route: string | null): HelpTopic => byRoute.get(route ?? '') ?? 'general';
