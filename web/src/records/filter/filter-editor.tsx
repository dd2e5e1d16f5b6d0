import { ListTree, Plus, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Field, ObjectName } from '../../data/catalogue.ts';
import { texts } from '../../texts/index.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Select } from '../../ui/input.tsx';
import { FieldInput } from '../field/field-input.tsx';
import { useFilterFields } from './filter-fields.ts';
import {
  emptyValue,
  type FilterNode,
  firstRule,
  type Group,
  operatorsOf,
  parseFilter,
  printFilter,
  type Rule,
} from './filter-tree.ts';
import { operatorWords } from './filter-words.ts';

interface FilterEditorProps {
  object: ObjectName;
  filter: unknown;
  onChange: (filter: Record<string, unknown> | undefined) => void;
}

const settleMs = 250;

/** Builds a filter of any depth; the list follows as it is built. */
export function FilterEditor({ object, filter, onChange }: FilterEditorProps) {
  const fields = useFilterFields(object);
  const [group, setGroup] = useState<Group>(() => parseFilter(filter));
  const draft =
    group.items.length === 0 && fields[0]
      ? { ...group, items: [firstRule(fields.find((field) => field.name === 'city') ?? fields[0])] }
      : group;
  const timer = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  const change = (next: Group) => {
    setGroup(next);
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => onChange(printFilter(next)), settleMs);
  };
  return (
    <div className="p-3">
      <GroupEditor group={draft} fields={fields} depth={0} onChange={change} />
      {group.items.length > 0 && (
        <div className="mt-2 flex justify-end border-line border-t pt-2">
          <Button small kind="ghost" onClick={() => change({ kind: 'group', join: 'and', items: [] })}>
            {texts.filter.clear}
          </Button>
        </div>
      )}
    </div>
  );
}

interface GroupEditorProps {
  group: Group;
  fields: readonly Field[];
  depth: number;
  onChange: (group: Group) => void;
}

/** The server takes a group in the group, and no deeper. */
const deepest = 1;

function GroupEditor({ group, fields, depth, onChange }: GroupEditorProps) {
  const put = (at: number, item: FilterNode | undefined) =>
    onChange({ ...group, items: group.items.flatMap((one, index) => (index === at ? (item ? [item] : []) : [one])) });
  const [first] = fields;
  return (
    <div className={cx('grid gap-2', depth > 0 && 'rounded-control border border-line bg-sunken p-2')}>
      {group.items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rules have no name of their own, and keep their place
        <div key={at} className="flex items-start gap-2">
          <Join at={at} group={group} onChange={onChange} />
          <div className="min-w-0 grow">
            {item.kind === 'group' ? (
              <GroupEditor group={item} fields={fields} depth={depth + 1} onChange={(next) => put(at, next)} />
            ) : (
              <RuleEditor rule={item} fields={fields} onChange={(next) => put(at, next)} />
            )}
          </div>
          <IconButton icon={Trash2} label={texts.filter.removeRule} onClick={() => put(at, undefined)} />
        </div>
      ))}
      {first && (
        <div className="flex gap-1">
          <Button
            small
            kind="ghost"
            icon={Plus}
            onClick={() => onChange({ ...group, items: [...group.items, firstRule(first)] })}
          >
            {texts.filter.addRule}
          </Button>
          {depth < deepest && (
            <Button
              small
              kind="ghost"
              icon={ListTree}
              onClick={() =>
                onChange({
                  ...group,
                  items: [
                    ...group.items,
                    { kind: 'group', join: group.join === 'and' ? 'or' : 'and', items: [firstRule(first)] },
                  ],
                })
              }
            >
              {texts.filter.addGroup}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

/** "Where", then "and" or "or"; the second one says it for all. */
function Join({ at, group, onChange }: { at: number; group: Group; onChange: (group: Group) => void }) {
  if (at !== 1) {
    return (
      <span className="flex h-control w-20 shrink-0 items-center px-2 text-secondary">
        {at === 0 ? texts.filter.where : texts.filter[group.join].trim()}
      </span>
    );
  }
  return (
    <Select
      aria-label={texts.filter.join}
      value={group.join}
      onChange={(event) => onChange({ ...group, join: event.target.value === 'or' ? 'or' : 'and' })}
      className="w-20 shrink-0"
    >
      <option value="and">{texts.filter.and.trim()}</option>
      <option value="or">{texts.filter.or.trim()}</option>
    </Select>
  );
}

function RuleEditor({
  rule,
  fields,
  onChange,
}: {
  rule: Rule;
  fields: readonly Field[];
  onChange: (rule: Rule) => void;
}) {
  const field = fields.find((one) => one.name === rule.field);
  const choice = rule.operator === 'empty' && rule.value === false ? 'notEmpty' : rule.operator;
  const setOperator = (name: string) => {
    if (!field) return;
    if (name === 'notEmpty') return onChange({ ...rule, operator: 'empty', value: false });
    const operator = name as Rule['operator'];
    const keeps =
      operator !== 'empty' && rule.operator !== 'empty' && Array.isArray(rule.value) === (operator === 'in');
    onChange({ ...rule, operator, value: keeps ? rule.value : emptyValue(field, operator) });
  };
  return (
    <div className="grid gap-2 tab:grid-cols-3">
      <Select
        aria-label={texts.filter.field}
        value={rule.field}
        onChange={(event) => {
          const next = fields.find((one) => one.name === event.target.value);
          if (next) onChange(firstRule(next));
        }}
      >
        {!field && <option value={rule.field}>{rule.field}</option>}
        {fields.map((one) => (
          <option key={one.name} value={one.name}>
            {one.label}
          </option>
        ))}
      </Select>
      <Select aria-label={texts.filter.operator} value={choice} onChange={(event) => setOperator(event.target.value)}>
        {field &&
          operatorsOf(field).map((one) => (
            <option key={one} value={one}>
              {operatorWords(field, one)}
            </option>
          ))}
        {field && operatorsOf(field).includes('empty') && <option value="notEmpty">{texts.filter.notEmpty}</option>}
      </Select>
      {field && rule.operator !== 'empty' && (
        <FieldInput
          key={`${rule.field}-${rule.operator}`}
          field={field}
          value={
            field.type === 'tags' && typeof rule.value === 'string' ? (rule.value ? [rule.value] : []) : rule.value
          }
          many={rule.operator === 'in'}
          aria-label={texts.filter.value}
          onChange={(value) =>
            onChange({
              ...rule,
              value: field.type === 'tags' && Array.isArray(value) ? (value.at(-1) ?? '') : (value ?? ''),
            })
          }
        />
      )}
    </div>
  );
}
