export { checkedRef, followersOf, followRecord } from './follow.ts';
export { followsModule } from './module.ts';
