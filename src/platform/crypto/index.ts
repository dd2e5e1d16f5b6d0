import './errors.ts';

export { type MasterKeys, openMasterKeys } from './master-key.ts';
export { hashPassword, isOutdatedHash, shortestPassword, verifyPassword } from './passwords.ts';
export { kmsKeys } from './providers/kms.ts';
export { hashToken, newToken, sameSecret } from './tokens.ts';
export { createVault, type Vault } from './vault.ts';
