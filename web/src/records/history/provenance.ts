import { useQuery } from '@tanstack/react-query';
import type { ObjectName } from '../../data/catalogue.ts';
import { type Page, recordsOf } from '../../data/kith.ts';
import { recordKey } from '../../data/records.ts';
import { type HistoryEntry, itemOfHistory } from '../../data/timeline-items.ts';
import type { ChangeItem, KithRecord } from '../../data/types.ts';
import { recordTexts, texts } from '../../texts/index.ts';
import { exactTime, relativeTime } from '../../ui/format.ts';
import { sourceWords } from './source-words.ts';

export function historyOptions(object: ObjectName, id: string) {
  return {
    queryKey: [...recordKey(object, id), 'history'],
    queryFn: async ({ signal }: { signal: AbortSignal }) =>
      (await recordsOf(object).history<Page<HistoryEntry>>({ id, limit: 200 }, { signal })).data.map(itemOfHistory),
  };
}

/** Says of each field who set it last and when; of one never changed, where the record came from. */
export function useProvenance(object: ObjectName, record: KithRecord): (field: string) => string | undefined {
  const history = useQuery(historyOptions(object, record.id)).data ?? [];
  const last = new Map<string, ChangeItem>();
  for (const item of history)
    for (const change of item.changes ?? []) if (!last.has(change.field)) last.set(change.field, item);
  const source = sourceWords(record.source);
  return (field) => {
    const item = last.get(field);
    if (item) return recordTexts.history.setBy(item.actor?.name ?? texts.values.system, relativeTime(item.at));
    return source ? recordTexts.history.from(source, exactTime(record.createdAt)) : undefined;
  };
}
