import { css } from './css.ts';

/** The tick of what is added, and the sign of what takes its time; little of it where less motion is wanted. */
export const motionStyles = css`
  .added .state svg {
    animation: tick var(--duration) var(--easing);
  }
  .spinner {
    display: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    border: 2px solid var(--border);
    border-block-start-color: currentColor;
    border-radius: 50%;
    animation:
      turn 0.8s linear infinite,
      appear 1ms 300ms backwards;
  }
  [aria-busy] .spinner {
    display: block;
  }
  @keyframes tick {
    from {
      opacity: 0;
      transform: scale(0.5);
    }
  }
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
  @keyframes appear {
    from {
      visibility: hidden;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
    }
    svg {
      animation: none !important;
    }
    .spinner {
      animation: appear 1ms 300ms backwards;
    }
  }
`;
