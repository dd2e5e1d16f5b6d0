import { defineModule } from '#platform/operations';

export const matchingModule = defineModule({
  name: 'matching',
  summary: 'Brings names, addresses and numbers into one form, and finds who is the same.',
  needs: [],
});
