import '#domain/identity';
import './module.ts';
import { type Answer, type Refuses, refusalsIn, testWorld, type World } from '#platform/testing';
import { createCurrencyRate } from './operations/create-currency-rate.ts';

export interface RatesWorld extends World {
  make(values?: object): Promise<Answer>;
  refuses: Refuses;
}

export async function ratesWorld(): Promise<RatesWorld> {
  const world = await testWorld();
  const usual = { currency: 'EUR', date: '2026-01-01', rate: '1.0845' };
  return {
    ...world,
    make: (values = {}) => world.run(createCurrencyRate, { ...usual, ...values }),
    refuses: refusalsIn(world),
  };
}
