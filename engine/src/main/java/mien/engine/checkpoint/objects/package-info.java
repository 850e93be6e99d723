/**
 * What the objects in pickled checkpoints mean: PyTorch's tensors, parameters and modules, NumPy's
 * arrays, SciPy's sparse matrices, chumpy's containers. These constructors are all that is
 * understood; an object of any other class is walked through for the tensors in its attributes.
 *
 * <p>Start with {@link mien.engine.checkpoint.objects.TensorTree}.
 */
package mien.engine.checkpoint.objects;
