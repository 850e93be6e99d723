package mien.engine.checkpoint.storage;

/**
 * A file within a zip archive.
 *
 * @param deflated whether it is compressed
 * @param packed bytes it takes in the archive
 * @param size bytes it has
 * @param crc checksum of what it has
 * @param header position of its own header, which its bytes follow
 */
record ZipEntry(String name, boolean deflated, long packed, long size, long crc, long header) {}
