import './define.ts';

export * from './element/index.ts';
