import { useQuery } from '@tanstack/react-query';
import type { Field } from '../../data/catalogue.ts';
import { peopleOptions } from '../../data/people.ts';
import { searchOptions } from '../../data/records.ts';
import { useSession } from '../../data/session.ts';
import { nameOf } from '../../data/values.ts';
import { findKind, pathOf } from '../../kinds/index.ts';
import { TierMark } from '../../scoring/tier-mark.tsx';
import { tierOf } from '../../scoring/tiers.ts';
import { Avatar } from '../../ui/avatar.tsx';
import type { ListedOption } from '../../ui/option-list.tsx';

const matches = (words: string) => {
  const wanted = words.trim().toLowerCase();
  return (option: ListedOption) => option.label.toLowerCase().includes(wanted);
};

/** What can be chosen for a field, narrowed by what was typed: options, people of the workspace, or records. */
export function useChoices(field: Field, words: string): ListedOption[] {
  const isUser = field.type === 'user';
  const isReference = field.type === 'reference' || field.type === 'references';
  const me = useSession()?.user;
  const kind = findKind(field.to);
  const users = useQuery({ ...peopleOptions, enabled: isUser });
  const records = useQuery({
    ...searchOptions(field.to ?? '', words.trim(), 12),
    enabled: isReference && pathOf(field.to) !== undefined,
  });
  if (isUser) {
    // Who may not see who works here can still choose themselves.
    const people = users.data?.filter((user) => user.active) ?? (me && users.isError ? [me] : []);
    return people
      .map((user) => ({ value: user.id, label: user.name, hint: user.email, mark: <Avatar name={user.name} /> }))
      .filter(matches(words));
  }
  if (isReference) {
    return (records.data ?? []).map((record) => ({
      value: record.id,
      label: nameOf(record),
      hint: kind?.hint(record) ?? '',
      mark: <Avatar name={nameOf(record)} square={kind?.square} />,
    }));
  }
  return (field.options ?? [])
    .map((option) => ({
      ...option,
      ...(field.name === 'scoreTier' ? { mark: <TierMark tier={tierOf(option.value)} /> } : {}),
    }))
    .filter(matches(words));
}
