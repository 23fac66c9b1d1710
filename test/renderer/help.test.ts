import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { features } from '../../renderer/app/features.ts';
import { isPictured, unpictured } from '../../renderer/app/helpPictures.ts';
import { type FormTitle, formTitles, formTopicOf, type HelpTopic, helpTopicOf } from '../../renderer/app/helpTopics.ts';
import { en } from '../../renderer/i18n/en/index.ts';
import { zhCN } from '../../renderer/i18n/zh-CN/index.ts';
import { languages } from '../../renderer/lib/preferences.ts';
import { textsIn } from '../e2e/texts.ts';
import { root } from '../structure/sourceFiles.ts';

interface Words {
  readonly title: string;
  readonly text: string;
  readonly picture?: string;
}

const topicsIn = (language: (typeof languages)[number]): Readonly<Record<HelpTopic, Words>> =>
  (language === 'en' ? en : zhCN).help.topics;
const topics = Object.keys(zhCN.help.topics) as HelpTopic[];
const folder = join(root, 'renderer', 'app', 'helpPictures');
/** bytes: they are kept in git and go with the desk */
const mostOfOne = 60_000;
const mostOnAverage = 25_000;

describe('F1', () => {
  const routes = features.flatMap((feature) => feature.routes.map((route) => route.path));

  test('every screen there is has words of its own', () => {
    expect(routes.length).toBeGreaterThan(12);
    expect(routes.filter((route) => helpTopicOf({ route }) === 'general')).toEqual([]);
  });

  test('今日 is explained by the side that is shown', () => {
    expect(helpTopicOf({ route: '/', role: 'reception' })).toBe('board');
    expect(helpTopicOf({ route: '/', role: 'service' })).toBe('today');
    expect(helpTopicOf({ route: '/', role: 'manager', view: 'board' })).toBe('board');
    expect(helpTopicOf({ route: '/', role: 'reception', view: 'overview' })).toBe('today');
  });

  test('no words that nothing leads to', () => {
    const reached = new Set<HelpTopic>([
      ...routes.map((route) => helpTopicOf({ route })),
      ...Object.values(formTitles),
      'board',
      helpTopicOf({ route: '/settings/$section', section: 'pointsRules' }),
      helpTopicOf({ route: '/settings/$section', section: 'complaintRules' }),
      helpTopicOf({ route: '/settings/$section', section: 'taskRules' }),
      helpTopicOf({ route: '/settings/$section', section: 'questionnaires' }),
      'general',
    ]);
    expect(topics.filter((topic) => !reached.has(topic))).toEqual([]);
  });

  describe.each(languages)('in %s', (language) => {
    const t = textsIn(language);

    test('a few sentences: what it is for, then two steps or more', () => {
      for (const topic of topics) {
        const { title, text, picture } = topicsIn(language)[topic];
        const sentences = text.split('\n');
        expect(title.trim(), topic).not.toBe('');
        expect(sentences.length, topic).toBeGreaterThanOrEqual(3);
        expect(sentences.length, topic).toBeLessThanOrEqual(8);
        for (const sentence of sentences) expect(sentence, topic).toMatch(/[。.]$/);
        expect(picture !== undefined, topic).toBe(isPictured(topic));
      }
    });

    test('a form is known by its title, whatever name stands in it', () => {
      const wordsOf = (key: FormTitle): string => t(key, { skipInterpolation: true });
      for (const [key, topic] of Object.entries(formTitles) as [FormTitle, HelpTopic][]) {
        expect(formTopicOf(t(key, { name: '王伟', year: 2026 }), wordsOf), key).toBe(topic);
      }
      expect(formTopicOf(t('customer.note.title'), wordsOf)).toBeNull();
      expect(formTopicOf('', wordsOf)).toBeNull();
    });
  });
});

describe('the help’s pictures', () => {
  test('each topic has its own, but those that have nothing to show', () => {
    const wanted = topics.filter(isPictured).map((topic) => `${topic}.png`);
    expect(readdirSync(folder).sort()).toEqual(wanted.sort());
    for (const topic of unpictured) expect(existsSync(join(folder, `${topic}.png`))).toBe(false);
  });

  test('are small', () => {
    const sizes = readdirSync(folder).map((name) => ({ name, bytes: statSync(join(folder, name)).size }));
    expect(sizes.filter(({ bytes }) => bytes > mostOfOne)).toEqual([]);
    expect(sizes.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(sizes.length * mostOnAverage);
  });
});
