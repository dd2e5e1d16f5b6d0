import './events.ts';
import './kind.ts';
import { defineModule } from '#platform/operations';
import { followRecordOperation } from './operations/follow-record.ts';
import { listFollowers } from './operations/list-followers.ts';
import { listFollows } from './operations/list-follows.ts';
import { unfollowRecordOperation } from './operations/unfollow-record.ts';

export const followsModule = defineModule({
  name: 'follows',
  summary: 'Who wants to hear of a record.',
  needs: [],
  operations: [listFollows, listFollowers, followRecordOperation, unfollowRecordOperation],
});
