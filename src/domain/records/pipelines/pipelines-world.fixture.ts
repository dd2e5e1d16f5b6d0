import '#domain/identity';
import './module.ts';
import { type Answer, type Refuses, refusalsIn, testWorld, type World } from '#platform/testing';
import { createPipeline } from './operations/create-pipeline.ts';

export interface PipelinesWorld extends World {
  make(values?: object): Promise<Answer>;
  refuses: Refuses;
}

export async function pipelinesWorld(): Promise<PipelinesWorld> {
  const world = await testWorld();
  let made = 0;
  return {
    ...world,
    make: (values = {}) => world.run(createPipeline, { ...{ name: `Renewals ${++made}` }, ...values } as never),
    refuses: refusalsIn(world),
  };
}
