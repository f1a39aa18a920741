import { useEffect, useRef } from 'react';
import { useLog } from '../log.ts';

/** What the element does, for whoever looks at this demo. */
export function DemoStrip({ phase, choice }: { readonly phase: string; readonly choice: string }) {
  const { rows } = useLog();
  const box = useRef<HTMLDivElement>(null);
  const latest = rows.at(-1);
  const current = (launcher: string) => (launcher === choice ? 'true' : undefined);

  useEffect(() => {
    box.current?.scrollTo({ top: box.current.scrollHeight });
  }, [rows]);

  return (
    <details className="demo">
      <summary>
        <b>Demo</b>
        <span className="phase" data-phase={phase}>
          <i>{phase}</i>
        </span>
        <span className="latest">{latest ? `${latest.type} ${latest.text}` : 'events and answers'}</span>
      </summary>
      <div className="demo-body">
        <nav className="demo-controls" aria-label="Demo controls">
          <p>
            Launcher
            <a href="?launcher=first-party" aria-current={current('first-party')}>
              first-party
            </a>
            <a href="?launcher=hosted" aria-current={current('hosted')}>
              hosted-style
            </a>
          </p>
        </nav>
        <div
          ref={box}
          className="log"
          role="log"
          aria-live="off"
          aria-label="Events and answers"
          tabIndex={0}
        >
          <ol data-log="rows">
            {rows.map(({ number, time, type, text }) => (
              <li key={number} data-event={type}>
                <time>{time}</time>
                <b>{type}</b>
                <span>{text}</span>
              </li>
            ))}
          </ol>
        </div>
      </div>
    </details>
  );
}
