import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { kith } from '../data/kith.ts';

/** What a line was understood to say of something that happened. */
export interface Reading {
  type: 'call' | 'email' | 'meeting' | 'sms' | 'note';
  subject: string;
  durationMinutes: number | null;
  occurredAt: string;
}

const restMs = 250;
const longestLine = 300;

/** Reads a line as it is typed, once the typing rests; undefined for what is just a note, or more than a line. */
export function useReading(text: string, enabled: boolean): Reading | undefined {
  const line = text.trim();
  const [rested, setRested] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setRested(line), restMs);
    return () => clearTimeout(timer);
  }, [line]);
  const readable = enabled && rested !== '' && rested === line && line.length <= longestLine && !line.includes('\n');
  const { data } = useQuery({
    queryKey: ['quick-line', rested],
    queryFn: ({ signal }) =>
      kith.call<Reading>({ method: 'GET', path: '/activities/quick' }, { text: rested }, { signal }),
    enabled: readable,
    staleTime: 60_000,
  });
  return readable && data && data.type !== 'note' ? data : undefined;
}
