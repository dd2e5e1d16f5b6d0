export { addMcpRoute, type McpOptions } from './route.ts';
