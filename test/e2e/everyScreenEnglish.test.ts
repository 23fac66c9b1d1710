import { lookAtEveryScreen } from './everyScreen.ts';

// a file for each language: they are walked side by side
lookAtEveryScreen('en');
