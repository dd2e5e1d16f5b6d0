import { totalmem } from 'node:os';

const MB = 1024 * 1024;

/**
 * PostgreSQL's settings for a small machine that does both short reads and bulk loads. `synchronous_commit` and `fsync` stay
 * on: what was acknowledged is never lost. Nothing listens on TCP.
 */
export function databaseSettings(socketDirectory: string, chosen: Record<string, string> = {}): Record<string, string> {
  const memoryMb = Math.floor(Math.min(totalmem(), process.constrainedMemory() || totalmem()) / MB);
  return {
    listen_addresses: '',
    unix_socket_directories: `"${socketDirectory.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    max_connections: '60',
    shared_buffers: `${Math.max(32, Math.min(256, Math.floor(memoryMb / 8)))}MB`,
    effective_cache_size: `${Math.max(128, Math.floor(memoryMb / 2))}MB`,
    work_mem: '16MB',
    maintenance_work_mem: `${Math.max(32, Math.min(256, Math.floor(memoryMb / 16)))}MB`,
    random_page_cost: '1.1',
    jit: 'off',
    max_locks_per_transaction: '128',
    // Bulk loads: with 1 GB and 5 minutes a million contacts forces several checkpoints, each followed by full-page writes.
    max_wal_size: '4GB',
    min_wal_size: '256MB',
    checkpoint_timeout: '15min',
    wal_buffers: '16MB',
    timezone: 'UTC',
    // A client that is gone, or that thinks inside a transaction, holds back vacuum and the event cursor.
    client_connection_check_interval: '1s',
    idle_in_transaction_session_timeout: '5s',
    max_logical_replication_workers: '0',
    // After a bulk load plans are bad until the new rows have been counted: look often.
    autovacuum_naptime: '3s',
    logging_collector: 'on',
    log_directory: 'log',
    log_filename: 'postgres-%a.log',
    log_rotation_age: '1d',
    log_truncate_on_rotation: 'on',
    log_timezone: 'UTC',
    // Neither parameters nor "Key (email)=(…)": no personal values in a log.
    log_parameter_max_length: '0',
    log_error_verbosity: 'terse',
    ...chosen,
  };
}

/** The settings as a PostgreSQL configuration file. */
export function renderSettings(settings: Record<string, string>): string {
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`);
  return `# Written by Kith at each start. Your own settings: ALTER SYSTEM SET … as kith_owner.\n${lines.join('\n')}\n`;
}
