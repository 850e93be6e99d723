/**
 * Weights from files, read strictly: every tensor by its own name, exactly once, in the shape the
 * network expects.
 *
 * <p>Start with {@link mien.engine.checkpoint.Weights}, what a network is built from; {@link
 * mien.engine.checkpoint.Safetensors} reads and writes the files; {@link
 * mien.engine.checkpoint.LoadReport} says what was missing, left over or of the wrong shape.
 */
package mien.engine.checkpoint;
