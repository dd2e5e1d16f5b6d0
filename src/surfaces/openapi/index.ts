export { type Answer, answerOf } from './answers.ts';
export { type DocumentOptions, type OpenApiDocument, openApiDocument } from './document.ts';
export { inputSchema, type JsonSchema } from './json-schema.ts';
export { recordSchema, typeName } from './record-schema.ts';
export { addOpenApiRoutes } from './routes.ts';
