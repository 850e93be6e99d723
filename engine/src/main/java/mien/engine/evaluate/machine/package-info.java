/**
 * What the engine runs on: processor, graphics processor, the PyTorch library in use, memory. For
 * people who ask why it is slow, and for the figures of the benchmarks.
 *
 * <p>Start with {@link mien.engine.evaluate.machine.Machine}; {@link
 * mien.engine.evaluate.machine.Graphics} needs no library to be loaded.
 */
package mien.engine.evaluate.machine;
