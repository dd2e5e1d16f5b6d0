import { type Random, type Weighted, weighted } from './random.ts';

export type Seniority = 'executive' | 'director' | 'manager' | 'senior' | 'staff' | 'assistant';
export type Job = { title: string; department: string };

type Department = { name: string; share: number; titles: Record<Seniority, readonly string[]> };

const department = (name: string, share: number, text: Record<Seniority, string>): Department => {
  const split = Object.entries(text).map(([seniority, titles]) => [seniority, titles.split(', ')]);
  return { name, share, titles: Object.fromEntries(split) };
};

const departments = [
  department('Management', 8, {
    executive: 'CEO, Managing Director, Founder, Co-Founder, President, Owner, COO',
    director: 'Chief of Staff, Director of Strategy, General Counsel',
    manager: 'General Manager, Branch Manager, Business Unit Manager',
    senior: 'Senior Business Analyst, Strategy Lead',
    staff: 'Business Analyst, Office Manager',
    assistant: 'Executive Assistant, Assistant to the CEO',
  }),
  department('Sales', 18, {
    executive: 'Chief Revenue Officer, Chief Sales Officer',
    director: 'VP Sales, Sales Director, Head of Sales, Director of Business Development',
    manager: 'Sales Manager, Regional Sales Manager, Channel Manager, Inside Sales Manager',
    senior: 'Senior Account Executive, Key Account Manager, Senior Sales Engineer',
    staff: 'Account Executive, Sales Representative, Business Development Representative, Sales Engineer',
    assistant: 'Sales Assistant, Sales Trainee',
  }),
  department('Marketing', 13, {
    executive: 'CMO, Chief Marketing Officer',
    director: 'VP Marketing, Marketing Director, Head of Growth, Head of Brand',
    manager: 'Marketing Manager, Product Marketing Manager, Events Manager, Demand Generation Manager',
    senior: 'Senior Content Strategist, Senior Campaign Specialist',
    staff: 'Content Writer, SEO Specialist, Campaign Specialist, Graphic Designer',
    assistant: 'Marketing Assistant, Marketing Intern',
  }),
  department('Operations', 13, {
    executive: 'COO, Chief Operating Officer',
    director: 'VP Operations, Head of Operations, Plant Director, Supply Chain Director',
    manager: 'Operations Manager, Plant Manager, Logistics Manager, Project Manager, Quality Manager',
    senior: 'Senior Project Engineer, Senior Planner',
    staff: 'Production Planner, Process Analyst, Dispatcher',
    assistant: 'Operations Assistant',
  }),
  department('IT', 12, {
    executive: 'CIO, CTO, Chief Information Security Officer',
    director: 'Head of IT, IT Director, VP Information Technology',
    manager: 'IT Manager, Infrastructure Manager, Service Desk Manager',
    senior: 'Senior System Administrator, Enterprise Architect, Principal Cloud Engineer',
    staff: 'System Administrator, Network Engineer, CRM Administrator, Support Specialist',
    assistant: 'IT Trainee',
  }),
  department('Engineering', 11, {
    executive: 'CTO, Chief Product Officer',
    director: 'VP Engineering, Head of Product, Director of Research',
    manager: 'Engineering Manager, Product Manager, R&D Manager',
    senior: 'Senior Software Engineer, Principal Engineer, Staff Engineer, Product Owner',
    staff: 'Software Engineer, Mechanical Engineer, Data Analyst, QA Engineer',
    assistant: 'Engineering Intern',
  }),
  department('Purchasing', 8, {
    executive: 'Chief Procurement Officer',
    director: 'Head of Procurement, Purchasing Director',
    manager: 'Purchasing Manager, Category Manager, Sourcing Manager',
    senior: 'Senior Buyer, Lead Buyer',
    staff: 'Buyer, Procurement Specialist',
    assistant: 'Purchasing Assistant',
  }),
  department('Finance', 9, {
    executive: 'CFO, Chief Financial Officer',
    director: 'Finance Director, VP Finance, Head of Controlling',
    manager: 'Finance Manager, Accounting Manager, Treasury Manager',
    senior: 'Senior Controller, Senior Accountant',
    staff: 'Accountant, Financial Analyst, Payroll Specialist',
    assistant: 'Accounting Assistant',
  }),
  department('Human Resources', 5, {
    executive: 'CHRO, Chief People Officer',
    director: 'HR Director, Head of People',
    manager: 'HR Manager, Talent Acquisition Manager',
    senior: 'Senior Recruiter, HR Business Partner',
    staff: 'Recruiter, HR Generalist',
    assistant: 'HR Assistant',
  }),
  department('Customer Success', 5, {
    executive: 'Chief Customer Officer',
    director: 'VP Customer Success, Head of Support',
    manager: 'Customer Success Manager, Support Manager',
    senior: 'Senior Support Engineer, Senior Implementation Consultant',
    staff: 'Support Agent, Onboarding Specialist',
    assistant: 'Support Trainee',
  }),
];

const ladder: readonly Seniority[] = ['executive', 'director', 'manager', 'senior', 'staff', 'assistant'];
const shares = (...weights: number[]): Weighted<Seniority> =>
  weighted(ladder, (rung) => weights[ladder.indexOf(rung)] ?? 0);

/** In a small company the chief answers the telephone; in a large one most people are far from the top. */
const ladders: readonly { below: number; rungs: Weighted<Seniority> }[] = [
  { below: 20, rungs: shares(34, 10, 16, 12, 24, 4) },
  { below: 200, rungs: shares(12, 16, 24, 18, 25, 5) },
  { below: 2000, rungs: shares(5, 15, 26, 22, 27, 5) },
  { below: Number.POSITIVE_INFINITY, rungs: shares(2, 12, 26, 26, 29, 5) },
];
const anyDepartment = weighted(departments, ({ share }) => share);
const management = departments.slice(0, 1);

export function seniorityIn(employeeCount: number, { pickWeighted }: Random): Seniority {
  const fitting = ladders.find(({ below }) => employeeCount < below);
  return fitting ? pickWeighted(fitting.rungs) : 'staff';
}

/** The chiefs of small companies are rarely chiefs of a department. */
export function jobOf(seniority: Seniority, employeeCount: number, { chance, pick, pickWeighted }: Random): Job {
  const general = seniority === 'executive' && (employeeCount < 20 ? chance(0.9) : chance(0.4));
  const { name, titles } = general ? pick(management) : pickWeighted(anyDepartment);
  return { department: name, title: pick(titles[seniority]) };
}
