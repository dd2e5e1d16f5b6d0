export { parseId, publicId, tryParseId } from './public-id.ts';
export { createIds, type Ids, timeOfId } from './uuid.ts';
