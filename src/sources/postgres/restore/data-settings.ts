/** Settings under which rows are written and read as pg_dump wrote them. */
export function dataSettings(lcMonetary: string): Record<string, string> {
  return {
    TimeZone: 'UTC',
    datestyle: 'ISO',
    intervalstyle: 'postgres',
    extra_float_digits: '3',
    bytea_output: 'hex',
    search_path: '',
    row_security: 'off',
    synchronize_seqscans: 'off',
    statement_timeout: '0',
    lock_timeout: '0',
    default_transaction_read_only: 'off',
    xmlbinary: 'base64',
    xmloption: 'content',
    session_replication_role: 'origin',
    lc_monetary: lcMonetary,
  }
}
