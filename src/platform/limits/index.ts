export { type Algorithm, type Ask, algorithms, type Limit, type Spent } from './limit.ts';
export { LocalSpending, openSpending, type Spending } from './spending.ts';
