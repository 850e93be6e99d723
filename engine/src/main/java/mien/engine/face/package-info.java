/**
 * Where a face lies and how it is cut out, as the published systems do it: upright squares of raw
 * photographs, the crops that the networks read, the decoding of what they answer; and how an
 * edited face is put back. Plain arrays; the networks themselves are in {@link mien.engine.net}.
 *
 * <p>Start with {@link mien.engine.face.FacePlace} and {@link mien.engine.face.FfhqAlignment};
 * {@link mien.engine.face.Landmarks68} says which point is which.
 */
package mien.engine.face;
