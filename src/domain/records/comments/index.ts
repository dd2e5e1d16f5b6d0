export { comment } from './fields.ts';
export { commentsModule } from './module.ts';
