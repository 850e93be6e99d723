/**
 * Weights from files of any kind, read strictly: every tensor by its own name, exactly once, in the
 * shape the network expects. Files are data: nothing in them is ever executed.
 *
 * <p>Start with {@link mien.engine.checkpoint.Weights}, what a network is built from; {@link
 * mien.engine.checkpoint.CheckpointFile} opens a file of any kind; {@link
 * mien.engine.checkpoint.LoadReport} says what was missing, left over or of the wrong shape.
 */
package mien.engine.checkpoint;
