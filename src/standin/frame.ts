import { answerPage } from './frame/answer-page.ts';

answerPage();
