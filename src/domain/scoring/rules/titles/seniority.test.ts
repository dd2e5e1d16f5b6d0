import { describe, expect, it } from 'vitest';
import { defaultSeniority, seniorityFinder } from './seniority.ts';

const find = seniorityFinder(defaultSeniority);

describe('the level of a job title', () => {
  it.each([
    ['CEO', 'Executive'],
    ['Chief Technology Officer', 'Executive'],
    ['Co-Founder & CTO', 'Executive'],
    ['Geschäftsführerin', 'Executive'],
    ['Geschaeftsfuehrerin', 'Executive'],
    ['GESCHAFTSFUHRER', 'Executive'],
    ['Président Directeur Général', 'Executive'],
    ['代表取締役社長', 'Executive'],
    ['المدير العام', 'Executive'],
    ['Vice President, Sales', 'Vice president'],
    ['VP of Engineering', 'Vice president'],
    ['Head of IT', 'Director'],
    ['Chief of Staff to the CEO', 'Director'],
    ['Sales Director EMEA', 'Director'],
    ['Regional Sales Manager', 'Manager'],
    ['Teamleiterin Einkauf', 'Manager'],
    ['Senior Software Engineer', 'Senior specialist'],
    ['Product Owner', 'Senior specialist'],
    ['Account Manager', 'Senior specialist'],
    ['Account Executive', undefined],
    ['Assistant to the CEO', 'Assistant or trainee'],
    ['Executive Assistant', 'Assistant or trainee'],
    ['Assistentin der Geschäftsführung', 'Assistant or trainee'],
    ['Marketing Intern', 'Assistant or trainee'],
    ['International Buyer', undefined],
    ['Vicepresidency', undefined],
    ['***', undefined],
  ])('%s: %s', (title, level) => {
    expect(find(title)?.level).toBe(level);
  });
});
