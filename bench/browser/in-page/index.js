import { describe, measure } from './drawing.js';
import { comeAndGo, countSelections, measureDispatch, measureUpdates } from './updates.js';

Object.assign(window, {
  bench: { describe, measure, comeAndGo, countSelections, measureDispatch, measureUpdates },
});
