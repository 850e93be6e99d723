/**
 * Where numbers lie in a file, before anybody reads them: bytes of a file or of memory, element
 * types, strides, and the directory of a zip archive.
 *
 * <p>Start with {@link mien.engine.checkpoint.storage.StoredTensor}. Everything is checked before
 * it is believed; what cannot be true is {@link mien.engine.checkpoint.storage.Malformed}.
 */
package mien.engine.checkpoint.storage;
