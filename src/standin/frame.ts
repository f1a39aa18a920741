import '../offers/messages/ar.ts';
import '../offers/messages/de.ts';
import '../offers/messages/es.ts';
import '../offers/messages/fr.ts';
import '../offers/messages/ja.ts';
import { answerPage } from './frame/answer-page.ts';

answerPage();
