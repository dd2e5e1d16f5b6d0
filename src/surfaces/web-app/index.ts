export { addWebApp, type WebAppOptions } from './web-app.ts';
