/**
 * The tensor language of the engine: the operators DJL lacks ({@link mien.engine.tensor.Aten}), the
 * precision and device they run in, seeded noise, and the way from pictures to arrays and back.
 *
 * <p>Activations stand on the left of every operator, weights on the right: a result belongs to the
 * manager of its first operand. {@link mien.engine.tensor.Scope} frees what a block no longer
 * needs. Start with {@code Aten}.
 */
package mien.engine.tensor;
