import { useQuery } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { type Person, peopleOptions } from '../data/people.ts';
import type { Member } from '../data/setup/routing.ts';
import { texts, routingTexts as words } from '../texts/index.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { NumberInput } from '../ui/forms/number-input.tsx';
import { Select } from '../ui/input.tsx';
import { Menu } from '../ui/overlay/menu.tsx';

const none: Person[] = [];

/** Those who may sign in. */
export function usePeople(): Person[] {
  return useQuery(peopleOptions).data?.filter((user) => user.active) ?? none;
}

export function useNameOfUser(): (id: string) => string {
  const users = useQuery(peopleOptions).data ?? none;
  return (id) => users.find((user) => user.id === id)?.name ?? words.nobody;
}

interface PersonSelectProps {
  id?: string;
  value: string;
  onChange: (userId: string) => void;
}

export function PersonSelect({ value, onChange, ...rest }: PersonSelectProps) {
  const people = usePeople();
  return (
    <Select {...rest} required value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{texts.picker.choose}</option>
      {people.map((person) => (
        <option key={person.id} value={person.id}>
          {person.name}
        </option>
      ))}
    </Select>
  );
}

interface TeamEditorProps {
  label?: string;
  members: readonly Member[];
  /** Each has a weight and a capacity, rather than only a name. */
  weighted: boolean;
  onChange: (members: Member[]) => void;
}

/** Who is in a team, and how much of what comes in they get. */
export function TeamEditor({ label = words.team, members, weighted, onChange }: TeamEditorProps) {
  const nameOf = useNameOfUser();
  const others = usePeople().filter((person) => !members.some(({ userId }) => userId === person.id));
  const set = (userId: string, part: Partial<Member>) =>
    onChange(members.map((member) => (member.userId === userId ? clean({ ...member, ...part }) : member)));
  return (
    <fieldset className="grid gap-2">
      <legend className="pb-1 font-medium">{label}</legend>
      {members.map((member) => {
        const name = nameOf(member.userId);
        return (
          <div key={member.userId} className="flex items-center gap-2">
            <Avatar name={name} />
            <span className="min-w-0 grow truncate">{name}</span>
            {weighted && (
              <>
                <span className="w-14 shrink-0">
                  <NumberInput
                    aria-label={words.of(words.weight, name)}
                    className="tabular text-right"
                    value={member.weight}
                    onNumber={(weight) => set(member.userId, { weight: weight ?? Number.NaN })}
                  />
                </span>
                <span className="w-20 shrink-0">
                  <NumberInput
                    aria-label={words.of(words.capacity, name)}
                    className="tabular text-right"
                    placeholder={words.noCapacity}
                    value={member.capacity}
                    onNumber={(capacity) => set(member.userId, { capacity })}
                  />
                </span>
              </>
            )}
            <IconButton
              icon={X}
              small
              label={words.removeMember(name)}
              onClick={() => onChange(members.filter(({ userId }) => userId !== member.userId))}
            />
          </div>
        );
      })}
      {others.length > 0 && (
        <Menu
          label={words.addMember}
          trigger={(props) => (
            <Button {...props} small icon={Plus} className="justify-self-start">
              {words.addMember}
            </Button>
          )}
          groups={[
            others.map((person) => ({
              label: person.name,
              onSelect: () => onChange([...members, { userId: person.id, weight: 1 }]),
            })),
          ]}
        />
      )}
      {weighted && <p className="text-pretty text-secondary text-xs">{words.weightHint}</p>}
    </fieldset>
  );
}

function clean({ capacity, ...member }: Member & { capacity?: number | undefined }): Member {
  return capacity === undefined ? member : { ...member, capacity };
}
