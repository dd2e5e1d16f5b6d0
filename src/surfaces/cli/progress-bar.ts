import type { Terminal } from './terminal.ts';

export interface Progress {
  /** 0 to 1. */
  share: number;
  /** How many rows, records, … are done. */
  done: number;
  unit: string;
}

export interface ProgressBar {
  show(progress: Progress): void;
  end(): void;
}

const barLetters = 28;

/** A line on standard error that is drawn again and again: a bar, how many a second, how long still. Where nobody watches it, nothing. */
export function progressBar(terminal: Terminal, nowMs: () => number = () => performance.now()): ProgressBar {
  const startedMs = nowMs();
  let drawn = false;
  return {
    show({ share, done, unit }) {
      if (!terminal.isLive) return;
      const seconds = (nowMs() - startedMs) / 1000;
      const filled = Math.round(Math.min(1, Math.max(0, share)) * barLetters);
      const bar = '█'.repeat(filled) + '░'.repeat(barLetters - filled);
      const rate = seconds > 0.5 && done > 0 ? ` · ${Math.round(done / seconds).toLocaleString('en')} ${unit}/s` : '';
      const left =
        share > 0.02 && share < 1 && seconds > 1 ? ` · ${timeText((seconds / share) * (1 - share))} left` : '';
      terminal.note(
        `\r\u001b[K${bar} ${Math.floor(share * 100)}% · ${done.toLocaleString('en')} ${unit}${rate}${left}`,
      );
      drawn = true;
    },
    end() {
      if (drawn) terminal.note('\r\u001b[K');
    },
  };
}

function timeText(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  return seconds < 3600 ? `${Math.ceil(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
