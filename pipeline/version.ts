/**
 * Version of everything between the bytes and the records. It is part of the name of every kept reading: raise it with
 * any change that lets a file give other blocks, records or flags, and all files are read anew at the next ingest.
 * Versions compare as numbers.
 */
export const PIPELINE_VERSION = '1';
