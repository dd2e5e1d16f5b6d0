export { encryptionModule } from './module.ts';
