export { type AsyncApiDocument, asyncApiDocument } from './document.ts';
export { addAsyncApiRoute } from './route.ts';
