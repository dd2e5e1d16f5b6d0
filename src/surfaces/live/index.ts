import './payloads.ts';

export { addLiveRoute, type LiveOptions } from './route.ts';
