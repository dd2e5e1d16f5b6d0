import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useFields } from '../data/catalogue.ts';
import { ApiProblem } from '../data/problem.ts';
import { type Member, type Territory, territories } from '../data/setup/routing.ts';
import { SettingDialog } from '../settings/setting-dialog.tsx';
import { texts, routingTexts as words } from '../texts/index.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { WordsInput } from '../ui/forms/words-input.tsx';
import { Select } from '../ui/input.tsx';
import { TeamEditor } from './people.tsx';

interface Draft {
  name: string;
  match: [field: string, values: string[]][];
  members: Member[];
}

/** Makes or changes a territory. */
export function TerritoryDialog({ territory, onClose }: { territory: Territory | undefined; onClose: () => void }) {
  const [draft, setDraft] = useState<Draft>(() => ({
    name: territory?.name ?? '',
    match: Object.entries(territory?.match ?? { country: [] }),
    members: territory?.team?.members ?? [],
  }));
  const save = territories.useSave(({ name }) => words.territories.saved(name));
  const problem = save.error ? ApiProblem.from(save.error) : undefined;
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const submit = () => {
    const match = Object.fromEntries(draft.match.filter(([, values]) => values.length > 0));
    const values = {
      name: draft.name.trim(),
      match: Object.keys(match).length > 0 ? match : null,
      team: draft.members.length > 0 ? { members: draft.members } : null,
    };
    save.mutate({ id: territory?.id, values }, { onSuccess: onClose });
  };
  return (
    <SettingDialog
      title={territory ? words.edit(territory.name) : words.territories.create}
      label={words.name}
      name={draft.name}
      onName={(name) => set({ name })}
      busy={save.isPending}
      problem={problem}
      onSave={submit}
      onClose={onClose}
    >
      <MatchEditor match={draft.match} onChange={(match) => set({ match })} />
      <TeamEditor weighted members={draft.members} onChange={(members) => set({ members })} />
    </SettingDialog>
  );
}

function MatchEditor({ match, onChange }: { match: Draft['match']; onChange: (match: Draft['match']) => void }) {
  const fields = useFields('lead').filter((field) => ['text', 'country', 'choice'].includes(field.type));
  const unused = fields.find((field) => !match.some(([name]) => name === field.name));
  const labelOf = (name: string) => fields.find((field) => field.name === name)?.label ?? name;
  const put = (at: number, entry: Draft['match'][number]) =>
    onChange(match.map((one, index) => (index === at ? entry : one)));
  return (
    <fieldset className="grid gap-3">
      <legend className="pb-1 font-medium">{words.territories.match}</legend>
      {match.map(([name, values], at) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a row keeps its place while its field is chosen
          key={at}
          className="grid gap-2"
        >
          <div className="flex gap-1">
            <Select
              aria-label={texts.filter.field}
              className="grow"
              value={name}
              onChange={(event) => put(at, [event.target.value, values])}
            >
              {fields
                .filter((field) => field.name === name || !match.some(([used]) => used === field.name))
                .map((field) => (
                  <option key={field.name} value={field.name}>
                    {field.label}
                  </option>
                ))}
            </Select>
            <IconButton
              icon={X}
              label={words.territories.removeMatch(labelOf(name))}
              onClick={() => onChange(match.filter((_, index) => index !== at))}
            />
          </div>
          <WordsInput
            aria-label={`${labelOf(name)}: ${words.territories.values}`}
            placeholder={words.territories.values}
            words={values}
            onWords={(next) => put(at, [name, next])}
          />
        </div>
      ))}
      {unused && (
        <Button
          small
          kind="quiet"
          icon={Plus}
          className="-ml-2 justify-self-start"
          onClick={() => onChange([...match, [unused.name, []]])}
        >
          {words.territories.addMatch}
        </Button>
      )}
    </fieldset>
  );
}
