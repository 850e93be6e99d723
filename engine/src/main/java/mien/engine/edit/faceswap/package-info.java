/**
 * Face swap: the target picture with the source's face (DiffFace, Kim et al. 2022,
 * arXiv:2212.13344).
 *
 * <p>{@link mien.engine.edit.faceswap.SwapWalk} is the algorithm, {@link
 * mien.engine.edit.faceswap.SwapSettings} what can be chosen about it. {@link
 * mien.engine.edit.faceswap.Expert}s say how far a picture is from what is wanted; {@link
 * mien.engine.edit.faceswap.FacialGuidance} takes their gradient; a further expert is one class.
 */
package mien.engine.edit.faceswap;
