import type { CompiledModel, ValueMatch } from './compile.ts';
import { found, rangeOf } from './components.ts';
import type { FieldEvidence, Finding } from './reasons.ts';
import type { ScoredSubject } from './subject.ts';
import { grouped, inWords, quoted, rangeInWords } from './text/sentences.ts';

/** One finding for each fact that gives points. */
export function firmographicReasons(compiled: CompiledModel, subject: ScoredSubject): Finding[] {
  const findings: Finding[] = [];
  const add = (factor: string, field: FieldEvidence['field'], points: number, text: string) => {
    const value = subject[field];
    if (points <= 0 || value === null || value === undefined) return;
    const pointsInComponent = points;
    findings.push({ component: 'firmographic', factor, pointsInComponent, text, evidence: { field, value } });
  };
  const employees = rangeOf(compiled.employeeCount, subject.employeeCount);
  if (employees) {
    const people = `${grouped(subject.employeeCount ?? 0)} ${subject.employeeCount === 1 ? 'person works' : 'people work'}`;
    const text = `${people} at the company (${rangeInWords(employees, grouped)})`;
    add('employeeCount', 'employeeCount', employees.score, text);
  }
  const revenue = rangeOf(compiled.annualRevenue, subject.annualRevenue);
  if (revenue) {
    const text = `The company's revenue is ${inWords(subject.annualRevenue ?? 0)} a year (${rangeInWords(revenue, inWords)})`;
    add('annualRevenue', 'annualRevenue', revenue.score, text);
  }
  addValue('industry', 'The industry is');
  addTitle();
  addValue('department', 'Works in');
  addValue('country', 'The country is');
  return findings;

  function addValue(field: 'industry' | 'department' | 'country', words: string) {
    const match: ValueMatch | undefined = found(compiled[field], subject[field]);
    if (match)
      add(field, field, match.score, `${words} ${quoted(subject[field] ?? '')}${match.named ? '' : ' (not listed)'}`);
  }
  function addTitle() {
    const match = found(compiled.title, subject.title);
    if (!match) return;
    const level = match.level === '' ? 'no level known' : match.level.toLowerCase();
    add('titleSeniority', 'title', match.score, `The job title is ${quoted(subject.title ?? '')} (${level})`);
  }
}
