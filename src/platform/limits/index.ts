export type { Algorithm, Ask, Limit, Spent } from './limit.ts';
export { LocalSpending, openSpending, type Spending } from './spending.ts';
