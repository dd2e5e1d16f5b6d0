import './events.ts';
import { defineModule } from '#platform/operations';
import { rewrapPeople } from './jobs/rewrap-people.ts';
import { destroyKeys } from './operations/destroy-keys.ts';
import { listKeys } from './operations/list-keys.ts';
import { rewrapChunk } from './operations/rewrap-chunk.ts';
import { rotateKey } from './operations/rotate-key.ts';

export const encryptionModule = defineModule({
  name: 'encryption',
  summary: 'The keys that seal what a workspace keeps: listed, rotated, destroyed.',
  needs: [],
  operations: [listKeys, rotateKey, rewrapChunk, destroyKeys],
  jobs: [rewrapPeople],
});
