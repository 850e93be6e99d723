package mien.engine.checkpoint.objects;

import java.nio.ByteOrder;
import mien.engine.checkpoint.storage.Bytes;

/**
 * The memory that tensors are views of.
 *
 * @param typeName PyTorch's class of it, as in "FloatStorage"
 * @param order of the bytes of one element
 */
public record Storage(String typeName, ByteOrder order, Bytes bytes) {}
