import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** What a checker says of one place. */
interface Diagnostic {
  /** Relative to the folder that was checked, with the line. */
  readonly place: string;
  readonly code: string;
  readonly message: string;
}

/** A type checker of a folder, by its program; the folder has a tsconfig.json. */
export interface Checker {
  readonly program: string;
  readonly args: readonly string[];
  readonly read: (output: string) => Diagnostic[];
}

/** TypeScript's own, and those that write like it. */
export function typescriptChecker(program: string): Checker {
  return { program, args: ['-p', '.', '--noEmit', '--pretty', 'false'], read: readTypeScript };
}

/** Angular's. */
export function angularChecker(program: string): Checker {
  return { program, args: ['-p', '.'], read: readAngular };
}

/** Svelte's. */
export function svelteChecker(program: string): Checker {
  return {
    program,
    args: ['--tsconfig', './tsconfig.json', '--output', 'machine-verbose'],
    read: readSvelte,
  };
}

/**
 * What a checker says of a folder, one line each, and what the files announce: a comment `error CODE words` announces an
 * error with these words in the line below it.
 */
export function checkTypes(folder: string, { program, args, read }: Checker) {
  const announced = announcedErrors(folder);
  const run = spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8' });
  const told = read(`${run.stdout}\n${run.stderr}`).map(({ place, code, message }) => {
    const words = announced.get(place)?.words;
    return `${place} ${code} ${words !== undefined && message.includes(words) ? words : message}`;
  });
  if (told.length === 0 && run.status !== 0) throw new Error(`${program}\n${run.stdout}${run.stderr}`);
  const expected = [...announced].map(([place, { code, words }]) => `${place} ${code} ${words}`);
  return { told: told.sort(), expected: expected.sort() };
}

function announcedErrors(folder: string) {
  const announced = new Map<string, { code: string; words: string }>();
  for (const file of globSync('**/*.{ts,tsx,vue,svelte}', { cwd: folder })) {
    const lines = readFileSync(join(folder, file), 'utf8').split('\n');
    for (const [index, line] of lines.entries()) {
      const [, code, words] = /(?:\/\/|<!--) error (TS\d+) (.+?)(?: -->)?$/.exec(line) ?? [];
      if (code && words) announced.set(`${file}:${index + 2}`, { code, words });
    }
  }
  return announced;
}

function readTypeScript(output: string): Diagnostic[] {
  const entries = output
    .split(/\n(?=\S)/)
    .map((entry) => /^(.+?)\((\d+),\d+\): error (TS\d+): (.+)$/s.exec(entry));
  return entries.flatMap((entry) => {
    const [, file, line, code, message] = entry ?? [];
    return file && line && code && message ? [{ place: `${file}:${line}`, code, message }] : [];
  });
}

/** Each error is followed by the lines that it is about, after an empty one. */
function readAngular(output: string): Diagnostic[] {
  const entries = stripVTControlCharacters(output).matchAll(
    /^([^\n]+?):(\d+):\d+ - error (\w+): (.+?)\n\n/gms,
  );
  return [...entries].map(([, file = '', line = '', code = '', message = '']) => {
    return { place: `${file}:${line}`, code, message };
  });
}

/** Warnings count as errors; the JSON has lines from 0. */
function readSvelte(output: string): Diagnostic[] {
  return output.split('\n').flatMap((line) => {
    const [, json] = /^\d+ (\{.+\})$/.exec(line) ?? [];
    if (!json) return [];
    const { filename, start, message, code } = JSON.parse(json) as {
      filename: string;
      start: { line: number };
      message: string;
      code: number | string;
    };
    return [{ place: `${filename}:${start.line + 1}`, code: `TS${code}`, message }];
  });
}
