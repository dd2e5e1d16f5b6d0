import '#domain/identity';
import '#domain/records/accounts';
import '#domain/records/contacts';
import './module.ts';
import { deal } from '#domain/records/deals';
import { createOperation } from '#platform/records';
import { type Answer, type Refuses, refusalsIn, testWorld, type World } from '#platform/testing';
import { createProduct } from './operations/create-product.ts';

export interface ProductsWorld extends World {
  make(values?: object): Promise<Answer>;
  deal(values?: object): Promise<Answer>;
  refuses: Refuses;
}

export async function productsWorld(): Promise<ProductsWorld> {
  const world = await testWorld();
  return {
    ...world,
    make: (values = {}) => world.run(createProduct, { ...{ name: 'GTX Pro', unitPrice: '4821' }, ...values } as never),
    deal: (values = {}) => world.run(createOperation(deal), { ...{ name: 'Rollout' }, ...values } as never),
    refuses: refusalsIn(world),
  };
}
